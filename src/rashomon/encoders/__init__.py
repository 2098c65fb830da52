"""One runtime for every trained model: tokenizer, ONNX session, weights and their digests."""

from rashomon.encoders.encode import Input, Outputs, encode
from rashomon.encoders.load import Encoder, load_encoder

__all__ = ["Encoder", "Input", "Outputs", "encode", "load_encoder"]
