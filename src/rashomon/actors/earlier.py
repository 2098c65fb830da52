"""Nouns said again: "the officials", "the company", and those who are said for the first time."""

from dataclasses import replace

from rashomon.actors.discourse import Referent
from rashomon.actors.known import named_actor
from rashomon.actors.names import fold
from rashomon.actors.owners import PLURALS, Nouns, Owners
from rashomon.actors.resolution import Resolution, unresolved
from rashomon.actors.roles import Role
from rashomon.model import Actor, ActorKind

DEFINITE = frozenset({"the", "this", "that", "these", "those", "same"})
NEW = frozenset({"a", "an", "another", "one", "some", "several", "many"})
STATES = frozenset({"country", "kingdom", "nation", "republic"})
MEDIA_NAMES = frozenset({"chronicle", "courier", "gazette", "globe", "herald", "journal", "mail",
    "news", "observer", "post", "telegraph", "times", "tribune"})  # fmt: skip


class Earlier:
    """Resolves nouns without a name or an owner by what the text has said."""

    def __init__(self, phrases: Nouns, owners: Owners) -> None:
        """Ask the phrases of the same document what it has spoken of."""
        self._phrases, self._owners = phrases, owners

    def same_noun(self, head: int, owner: Resolution | None) -> Resolution:
        """Resolve a noun by the latest phrase of it, else leave it open or make it somebody new."""
        words = self._phrases.words(head)
        nouns = self._phrases.discourse.by_noun.get(self._phrases.view.lemmas[head], [])
        before = next((one for one in reversed(nouns) if self._is_same(head, one)), None)
        named = self._latest_named(head) if owner is None else None
        if named is not None and (before is None or self._is_past(head, before)):
            return named
        if before is not None and owner is None:
            reason = f"“{words}”: {before.resolution.names}, spoken of before"
            return replace(
                before.resolution, reason=reason, confidence=0.8 * before.resolution.confidence
            )
        latest = self.latest_organisation(head) if owner is None else None
        if latest is not None:
            return latest
        if owner is None and self._is_news(head):
            return self._of_somebody(head)
        if owner is not None and owner.reason:
            reason, candidates = f"“{words}”: {owner.reason}", owner.candidates
        else:
            reason, candidates = f"the text does not say whose “{words}” it is", ()
        return unresolved(reason, candidates, is_unnamed=self.is_unnamed(head))

    def latest_organisation(self, head: int) -> Resolution | None:
        """Resolve "the company" or "the newspaper" to whom the last sentences speak of most."""
        role = self._phrases.role_at(head)
        is_plural = self._phrases.view.tokens.tags[head] in PLURALS
        if role not in {Role.COMPANY, Role.MEDIA} or is_plural or not self._is_definite(head):
            return None
        found = self._phrases.discourse.latest_organisation(
            head,
            self._phrases.view.sentence_of[head],
            lambda actor: (role is Role.MEDIA) == _is_medium(actor),
        )
        if found is None:
            return None
        words = self._phrases.words(head)
        reason = f"“{words}”: {found.names}, the organisation most spoken of just before"
        return replace(found, reason=reason, confidence=min(0.6, found.confidence))

    def _latest_named(self, head: int) -> Resolution | None:
        """Resolve "the kingdom", "the agency": the only one of its kind just named.

        In the same sentence before the noun, else in the last one.
        """
        view, phrases = self._phrases.view, self._phrases
        if not self._is_definite(head) or view.tokens.tags[head] in PLURALS:
            return None
        sentence, words = view.sentence_of[head], phrases.words(head)
        for number in (sentence, sentence - 1):
            first, stop = view.sentences[number] if number >= 0 else (0, 0)
            found: dict[Actor, Resolution] = {}
            for index in range(first, min(stop, head)):
                if view.hits[index] is None and view.mention_of[index] is None:
                    continue
                one = phrases.resolve(index)
                if len(one.actors) == 1 and self._is_of_kind(head, one.actors[0]):
                    found.setdefault(one.actors[0], one)
            if found:
                actor, one = next(iter(found.items()))
                reason = f"“{words}”: {one.names}, the only one named just before"
                confidence = min(0.6, one.confidence)
                is_only = len(found) == 1
                return Resolution((actor,), reason, confidence) if is_only else None
        return None

    def _is_of_kind(self, head: int, actor: Actor) -> bool:
        """Tell whether a noun may be said of a named actor."""
        noun, role = self._phrases.view.lemmas[head], self._phrases.role_at(head)
        if noun in STATES:
            return actor.kind is ActorKind.STATE and self._is_known(actor)
        if actor.kind not in {ActorKind.ORGANISATION, ActorKind.BODY, ActorKind.ARMED_GROUP}:
            return False
        if role is Role.COMPANY:
            return actor.kind is ActorKind.ORGANISATION and not _is_medium(actor)
        return role is Role.BODY and (noun == "agency" or noun in fold(actor.name).split())

    def _is_known(self, actor: Actor) -> bool:
        return self._phrases.view.knowledge.actor_named(actor.name) is not None

    def _is_past(self, head: int, before: Referent) -> bool:
        """Tell whether the same noun was said sentences ago."""
        sentence_of = self._phrases.view.sentence_of
        return sentence_of[head] - sentence_of[before.token] > 1

    def _is_news(self, head: int) -> bool:
        """Tell whether a phrase brings in somebody new, whom the text gives no name or owner."""
        view, first = self._phrases.view, self._phrases.view.left_edge(head)
        if view.home is not None:
            return False
        return view.tokens.tags[head] in PLURALS or (
            view.folded[first] in NEW
            and not any(view.tokens.relations[child] == "poss" for child in view.children[head])
        )

    def _of_somebody(self, head: int) -> Resolution:
        """Make an actor of "a court" or "prosecutors", that later words can be of."""
        words, is_plural = (
            self._phrases.words(head),
            self._phrases.view.tokens.tags[head] in PLURALS,
        )
        kind = ActorKind.GROUP if is_plural else ActorKind.BODY
        if self._phrases.role_at(head) is Role.PERSON and not is_plural:
            kind = ActorKind.PERSON
        reason = f"the text does not say whose “{words}” it is, and gives no name"
        return Resolution((named_actor(kind, words, None),), reason, 0.5, is_unnamed=True)

    def _is_definite(self, head: int) -> bool:
        return self._phrases.view.folded[self._phrases.view.left_edge(head)] in DEFINITE

    def _is_same(self, head: int, before: Referent) -> bool:
        """Tell whether "the officials" may be the "German officials" spoken of before.

        The number must be the same, and no word may tell them apart: "the band leader" is not the
        business leader before, nor "many officials" the officials.
        """
        view = self._phrases.view
        if (view.tokens.tags[head] in PLURALS) != (view.tokens.tags[before.token] in PLURALS):
            return False
        first = view.left_edge(before.token)
        words = {*view.folded[first : before.token + 1], *DEFINITE}
        mine = view.folded[view.left_edge(head) : head]
        return before.token < head and all(word in words for word in mine)

    def is_unnamed(self, head: int) -> bool:
        """Tell whether a noun is for a source that the text gives no name."""
        roles = self._phrases.view.knowledge.roles
        if self._owners.is_informed(head):
            return True
        return (
            self._phrases.view.lemmas[head] in roles.unnamed
            or self._phrases.view.folded[head] in roles.anybody
        )


def _is_medium(actor: Actor) -> bool:
    """Tell whether an organisation is a news medium, known or by its name."""
    return actor.side is None or fold(actor.name).split()[-1] in MEDIA_NAMES
