"""Heads behind 的 that tell whether the verb before belongs to them: 取消 [商会 的 自主权], [S 讨论 较 多 的] H."""

from __future__ import annotations

from conceptgraph.relate.places import Places

RIGHTS = ("权益", "利益", "权利")  # with names of rights (管理权) they are held, and do nothing


def behind_much(places: Places, verb: int) -> int | None:
    """Return the noun phrase right behind a verb that opens with how much it is done: 讨论 较 [多 的 话题]."""
    noun = next((at for at in range(verb + 1, places.last[verb]) if places.kinds[at] != "d"), verb)
    start = places.parse.chunks[noun].start
    told = places.kinds[noun] == "N" and places.parse.form.startswith("D", start + 1)
    return noun if told and places.parse.tokens.words[start][-1] in "多少早晚久" else None


def does_by(places: Places, index: int, patient: int) -> bool:
    """Whether people do something in a way or at a place: (以 A 作为) 村民 理解 乡约 的 方法."""
    head = places.head_word(patient)[-2:]  # also 新方法 as a term
    by = any(head in places.sets[name] for name in ("means_head", "place_head", "deed_head"))
    return by and places.last_word(index).endswith(places.rules.grammar.endings["group_ending"])


def taken_by(places: Places, outer: int) -> int | None:
    """Return the verb that takes what the chunk before an adverbial opens: 是 of 是 A 在 B 中 V C 的 H; else None."""
    if places.kinds[outer] == "V":  # A 是 在 B 中 V C 的 H, not 是 在 B 中 V C
        told = places.before(outer) if places.word(outer) == "是" else None
        aims = told is not None and places.kinds[told] == "N" and places.is_in_head(told, "aim")
        return None if told is None or aims else outer
    if places.kinds[outer] in "mr":
        return outer - 1  # 是 一种 能 在 B 中 V C 的 H
    return places.governor(outer) if places.kinds[outer] == "N" else None


def takes_right_or_measure(places: Places, verb: int, patient: int) -> bool:
    """Whether a verb changes a measure or takes a right, which somebody has and does nothing: 取消 商会 的 自主权."""
    if places.is_in(verb, "measuring") and places.before(verb) is None and places.is_in_head(patient, "measure_head"):
        return True
    head = places.head_word(patient)
    if not (head.endswith(RIGHTS) or (head[-1:] == "权" and len(head) > 2)):
        return False
    return not {"negates", "promotes"}.isdisjoint(places.uses_at(verb).relations)


def tells_named(places: Places, start: int, verb: int) -> bool:
    """Whether a verb between 把 S and a verb of naming tells of the head that this names: (S) 从 A 中 V B 的 H."""
    noun = verb + 1 + (places.kinds[verb + 1 : verb + 2] == ["u"])
    naming = noun + 1 + (places.kinds[noun + 1 : noun + 2] == ["d"])
    if places.kinds[noun : noun + 1] != ["N"] or naming >= places.last[verb] or places.kinds[naming] != "V":
        return False
    if not (places.takes_for(naming) or (places.has_frame(naming, "result") and start - 2 > places.first[verb])):
        return False
    items = places.parse.chunks[noun].items
    owned = len(items) == 1 and len(items[0].parts) > 1
    return owned and not places.takes_for(verb) and {"V", "B", "I", "C"}.isdisjoint(places.kinds[start:verb])
