"""Places that are subjects, or belong to one: [在 A 中 的] B V C, [S V 的] A 中 含有 B."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgraph.relate.deeds import Deeds
from conceptgraph.relate.memory import Ends


@dataclass(slots=True)
class Placed(Deeds):
    """A parsed sentence with what its places do or hold."""

    def placed(self, above: int | None, index: int, verb: int) -> Ends:
        """Return what the heads behind 在 name: of 在 A 中 的 B 和 C both; also A of [S V 的] A 中 含有 B."""
        if above is None:
            return ()
        if self.kinds[max(index - 2, 0) : index + 1] == ["V", "D", "N"] and self._holds(index, verb):
            return self.ends_of(index)
        if not self._is_placed_head(above, index, verb):
            return ()
        items = self.parse.chunks[index].items
        return self.head_of(index) if len(items) == 1 else self.name_all([item.of(item.parts[-1:]) for item in items])

    def _holds(self, place: int, verb: int) -> bool:
        """Whether a verb says what there is in a place, and nobody does it there: 学说 中 含有 A."""
        told = self.is_place(place) and "has_part" in self.uses_at(verb).relations
        return told and "在" not in self.words[self.first[verb] : place]

    def _is_placed_head(self, above: int, index: int, verb: int) -> bool:
        """Whether 在 and a place belong to the head of a noun phrase that says more than a light one does."""
        items, tokens = self.parse.chunks[index].items, self.parse.tokens
        there = above == self.first[index] and self.is_in(verb, "arising")  # 在 A 上 的 B 出现 C
        if self.words[above] == "在" and above > self.first[index] and self.is_timed(index):
            return not self.is_in_any_head(index, "light_head", "hollow_head")
        if self.words[above] != "在" or there or not items or len(items[0].parts) != 2:
            return False
        if items[-1].local:
            return False  # 在 A 的 B 和 C 的 D 中
        (_, end), (start, _) = items[0].parts
        placed = (
            "f" in tokens.kinds[end - 1 : start] or tokens.words[end - 1] in self.rules.grammar.sets["respect_head"]
        )
        bare = items[0].parts[1][1] - start == 1  # 边缘群体 is more than a group
        weak = ("light_head", "hollow_head", "class_noun") if bare else ("light_head", "hollow_head")
        return placed and not self.is_in_any_head(index, *weak)
