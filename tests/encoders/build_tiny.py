"""Write tiny.onnx, the network of these tests: it needs the package onnx, the tests do not.

For every piece it gives its number times (1, 10); for every input the sum of its numbers.
"""

from pathlib import Path

from onnx import TensorProto, checker, helper


def main() -> None:
    """Run the command."""
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "length"])
    pieces = helper.make_tensor_value_info("pieces", TensorProto.FLOAT, ["n", "length", 2])
    sums = helper.make_tensor_value_info("sums", TensorProto.FLOAT, ["n"])
    constants = [
        helper.make_tensor("last", TensorProto.INT64, [1], [2]),
        helper.make_tensor("one", TensorProto.INT64, [1], [1]),
        helper.make_tensor("factors", TensorProto.FLOAT, [2], [1.0, 10.0]),
    ]
    nodes = [
        helper.make_node("Cast", ["ids"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["numbers", "last"], ["columns"]),
        helper.make_node("Mul", ["columns", "factors"], ["pieces"]),
        helper.make_node("ReduceSum", ["numbers", "one"], ["sums"], keepdims=0),
    ]
    graph = helper.make_graph(nodes, "tiny", [ids], [pieces, sums], constants)
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9, producer_name="rashomon"
    )
    checker.check_model(model)
    Path(__file__).with_name("tiny.onnx").write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
