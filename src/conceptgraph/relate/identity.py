"""What a thing is said to be: A 是 B, 作为 B 的 A, A 是指 B."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from conceptgraph.relate.becoming import general_word
from conceptgraph.relate.capacity import as_which, is_headed, is_weighed
from conceptgraph.relate.claims import Claim
from conceptgraph.relate.clauses import Clauses
from conceptgraph.relate.complements import complement
from conceptgraph.relate.contrasts import contrasted, set_against
from conceptgraph.relate.copulas import (
    ends_in_attribute,
    explained,
    head_of_row,
    is_copula,
    is_pointed_at,
    is_projected,
    is_so_called,
    is_sum,
    of_last,
    with_quality,
    with_tail,
)
from conceptgraph.relate.definitions import (
    closing,
    defining_genus,
    is_kind_named,
    is_named_fully,
    is_one_head,
    tells_in_row,
    told_head,
)
from conceptgraph.relate.makers import MAKING, deed_of, work_of
from conceptgraph.relate.memory import Ends
from conceptgraph.relate.moods import HOW
from conceptgraph.relate.origins import heads_way
from conceptgraph.relate.other_senses import says_otherwise
from conceptgraph.relate.purposes import is_aim_denied, served_by_key
from conceptgraph.relate.rules import CueUse, Rule
from conceptgraph.relate.speakers import is_named_person, is_person, is_speaker

GIVING = ("给", "到", "向", "至")  # behind these stands what somebody does something for, or where to


def read_copula(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """A 是 B; 作为 B 的 A; A 是指 …，… 的 B."""
    if not is_copula(clauses, index):
        yield from _suffixed(clauses, use, token, index)
        return
    if (against := set_against(clauses, token, index)) is not None:
        yield from against
        return
    if clauses.words[index + 1 : index + 2] == ["说"]:
        return  # 大意 是 说 A V B
    if (genus := _meaning(clauses, index)) is not None:
        yield from _stated(clauses, _defined(clauses, use, token, index, genus), index, genus)
        return
    which = as_which(clauses, index) if clauses.word(index) == "作为" else _inside_genus(clauses, index)
    if which is not None:
        yield Claim(use.rule, *which, token)
        return
    if served_by_key(clauses, index) is not None:
        return  # 化解 A，关键 在于 V B
    position = complement(clauses, index)
    if position is None or clauses.shows_clause(index, position) or _tells_of_both(clauses, index, position):
        return
    before = _named_before(clauses, index)
    if (above := clauses.governor(position) or 0) > index + 1 and clauses.word(above) == "于":
        return  # A 是 P 于 1982年 首创
    if (other := says_otherwise(clauses, use, token, index, position)) is not None:
        yield from other
        return
    if clauses.before(index) is None and clauses.in_relative(index, position):
        yield Claim(use.rule, clauses.ends_of(position), clauses.attributes_of(position), token)
        return
    told_before = before is not None and clauses.role_headed(before)
    plain = position == index + 1 and "depends_on" not in clauses.uses_of_head(position).relations
    if plain and clauses.role_headed(position) and not told_before:
        said = general_word(clauses, position) or with_quality(clauses, position)
        yield Claim(use.rule, _told_of(clauses, before, index), said, token)  # A 是 尺度
    filling = clauses.role_headed(position) and not is_sum(clauses, position)
    if told_before or filling or (clauses.is_in_head(position, "key") and position > index + 1):
        return
    if _is_no_bearer(clauses, before, index):
        return
    deed = _deed_of_head(clauses, index, position)
    if deed is not None:
        yield deed
        return
    yield from _said(clauses, use, token, index, position)


def _said(clauses: Clauses, use: CueUse, token: int, index: int, position: int) -> Iterator[Claim]:
    """Yield that what stands before a verb of being is what closes its clause, whose it is, or who wrote it."""
    before = _named_before(clauses, index)
    sources = of_last(clauses, index, before, _told_of(clauses, before, index))
    if writer := work_of(clauses, position, sources):
        yield Claim(clauses.rule_of(MAKING, use.rule), writer, sources, token)
        return
    targets = with_tail(clauses, position, of_last(clauses, index, position, _genera(clauses, index, position)))
    owning = _owning(clauses, index, sources, targets)
    if owning is not None:
        yield Claim(owning, targets, sources, token)
        return
    genera = tuple(end for end in targets if is_headed(clauses, position, end)) + _more_genera(clauses, index)
    genera = genera or told_head(clauses, index, position)
    yield from _stated(clauses, Claim(use.rule, sources, genera, token), index, position)


def _named_before(clauses: Clauses, index: int) -> int | None:
    """Return the chunk before a verb of being, past another one: A 并非 是 B."""
    before = clauses.before(index)
    return clauses.before(before) if before is not None and clauses.is_in(before, "copula") else before


def _defined(clauses: Clauses, use: CueUse, token: int, index: int, genus: int) -> Claim:
    """Say what is defined as what, but of no person who defines it: 所谓 A，甲 意指 的 是 B."""
    told = clauses.theme(index)
    told = () if any(is_named_person(clauses, end) for end in told) else told
    return Claim(use.rule, told, closing(clauses, genus), token)


def _deed_of_head(clauses: Clauses, index: int, position: int) -> Claim | None:
    """Return what a thing does by being somebody who does it: A 是 历史 的 创造者; None for other heads."""
    deed, owner = deed_of(clauses, position), clauses.attributes_of(position)
    if deed is None or not owner:
        return None
    starts, ends = clauses.parse.tokens.starts, clauses.parse.tokens.ends
    start, end = clauses.parse.chunks[position].items[-1].parts[-1]
    return Claim(deed, _bearer(clauses, index), owner, start, verb=index, mark=(starts[start], ends[end - 1]))


def _told_of(clauses: Clauses, before: int | None, index: int) -> Ends:
    """Return what is said to be something."""
    sources = contrasted(clauses, before, index) if clauses.is_in(index, "contrast") else _bearer(clauses, index)
    if before is None or clauses.kinds[before] != "N":
        return sources
    if clauses.is_in_head(before, "event_head"):
        return clauses.named_whole(before) or sources  # 人 的 存在 是 B
    (start, end), tokens = clauses.parse.chunks[before].items[-1].parts[-1], clauses.parse.tokens
    own = end - start == 1 or tokens.words[start] == "精神"  # not 类 本质
    if own and clauses.head_word(before).endswith(("实质", "本质")):
        plain = tuple(end for end in sources if not is_person(clauses, end))  # 甲 授予 乙 A，实质 是 B: not 甲
        return clauses.attributes_of(before) or plain  # A 的 精神 实质 在于 B
    return sources


def _suffixed(clauses: Clauses, use: CueUse, token: int, index: int) -> Iterator[Claim]:
    """Yield what is said by a verb with 为 that has no rule of its own: A 被 预设 为 B, 诗人 放逐 为 游民."""
    verb = index - 1
    if clauses.kinds[index] != "u" or clauses.word(index) != "为" or clauses.kinds[verb : verb + 1] != ["V"]:
        return
    if "以" in clauses.words[clauses.first[index] : verb]:
        return  # 将 以 V B 为 目的 的 C 看作 D
    marker, patient = clauses.marker(verb), clauses.object_at(index)
    bare = marker is None and not clauses.uses_at(verb) and "P" not in clauses.kinds[clauses.first[verb] : verb]
    if patient is None or not (bare or (marker is not None and clauses.kinds[marker] in "BI")):
        return
    noun = clauses.noun_between(marker, verb) if marker is not None and clauses.kinds[marker] == "B" else None
    sources = clauses.ends_of(noun) if noun is not None else clauses.subject(verb if marker is None else marker)
    if noun is not None and clauses.kinds[noun] == "R" and sources == clauses.memory.subject:
        sources = clauses.memory.earlier  # S 将 其 解说 为 B: 其 is not S
    turned = clauses.rule_of("变为", use.rule)
    rule = use.rule if clauses.has_frame(verb, "speech") or clauses.is_in(verb, "viewing") else turned
    yield Claim(rule, sources, clauses.ends_of(patient), token)


def _is_no_bearer(clauses: Clauses, before: int | None, index: int) -> bool:
    """Whether what stands before a verb of being is no thing that is told of: A 的 目的 是 B; A 与 B 的 关系 是 C."""
    if clauses.is_in(index, "naming") and is_pointed_at(clauses, index):
        return not is_named_fully(clauses, index)  # 把 这种 权利 称为 A; 这 被 称为 A
    if clauses.word(index) == "指的是" and any(is_speaker(clauses, end) for end in clauses.subject(index)):
        return True  # 甲 批评 A，指 的 是 B
    if before is None:
        grows = bool(clauses.changing_before(index)) and clauses.kinds[clauses.first[index] - 2] == "V"  # A 增加，是 B
        return grows or (clauses.words[index] in ("而是", "而在于") and is_aim_denied(clauses, index))
    if clauses.word(clauses.first[index]) in HOW and clauses.kinds[clauses.first[index] + 1] in "VPB":
        return True  # 如何 看待 A 是 B
    if clauses.kinds[before] == "N" and clauses.head_word(before) in ("处", "之处"):
        return True  # A 的 独特 之处 在于 V 了 B
    if clauses.kinds[before] == "N" and clauses.is_in(before, "personal_anaphor") and not clauses.ends_of(before):
        return True  # 他 的 核心 概念 是 B
    if clauses.tells_aim(before) and _is_aim_of(clauses, before, index):
        return True
    above = clauses.governor(before)
    opens = above is not None and (clauses.before(above) is None or clauses.words[above - 1] == "、")
    if opens and above is not None and clauses.kinds[above] == "V" and clauses.is_duty(index):
        return True  # V A 是 B 的 使命, V A、V B 是 C 的 课题
    joined = len(clauses.ends_of(before)) > 1 or (clauses.kinds[before - 1] == "C" and before > clauses.first[index])
    return clauses.is_in_head(before, "relational_head") and joined


def _genera(clauses: Clauses, index: int, position: int) -> Ends:
    """Return what a thing is said to be by the verb `index`, which ends in the noun phrase `position`."""
    chunks = clauses.parse.chunks
    if position == index + 3 and clauses.word(index + 2) == "在" and is_projected(clauses, position):
        return clauses.ends_of(index + 1)  # A 是 B 在 C 中 的 展开
    opens = (chunks[position].genus or (0,))[0]
    if clauses.parse.tokens.kinds[opens - 1] == "D" and opens:
        return clauses.genus_of(position)  # A 是 B、C 等 的 H
    above = clauses.governor(position)
    inner = above is not None and above > index and clauses.kinds[above] == "V"  # A 是 [维护 B 和 C 的] H
    inner = inner and "f" not in clauses.parse.form[chunks[position].start : chunks[position].end]
    whole = () if inner else clauses.whole_of(position)
    if not inner and clauses.closes_barely(position):
        return clauses.name_all(chunks[position].items[:1])  # A 是 B 的 象征 与 枢纽
    targets, first = whole or clauses.ends_of(position), chunks[index + 1]
    if inner and is_one_head(clauses, index, position):
        return targets[-1:]
    if above is not None and inner and (clauses.is_in(above, "connecting") or heads_way(clauses, above, position)):
        return clauses.head_of(position)  # A 是 沟通 B 与 C 的 H, A 是 B 从 C 走向 D 的 H
    if position == index + 1 and clauses.is_in_head(position, "projection") and clauses.named_whole(position):
        return clauses.named_whole(position)  # A 是 B 的 延伸
    if clauses.kinds[index + 1] == "P" and clauses.is_in(index + 1, "attributive") and clauses.word(index + 1) != "以":
        return clauses.head_of(position)  # A 是 关于 B 的 H
    if above is not None and above > index and clauses.kinds[above] == "P" and clauses.word(above) in GIVING:
        return clauses.head_of(position)  # A 是 一个 把 B 出售 给 C 的 H
    deed = clauses.kinds[index + 1] == "P" and clauses.is_in(index + 1, "toward")
    if (
        clauses.shares_last_head(position)
        or clauses.is_owned_by_both(position)
        or (deed and len(chunks[position].items[-1].parts) > 1)
    ):
        targets = targets[-1:]  # A 是 B 与 C 的 H, A 是 对 B 的 C 与 D 的 V
    elif deed and len(chunks[position].items) > 2 and len(chunks[position].items[0].parts) == 1:
        return ()  # A 是 对 B、C 的 V 和 W
    doing = first.genus is not None or clauses.words[index + 2 : index + 3] == ["所"]  # A、B 等 C 所 V 的 D
    listed = len(first.items) > 1 and not first.items[-1].local and not doing  # not A 与 B 之间 V 的 D
    if targets and position > index + 1 and listed and chunks[position - 1].kind == "D":
        targets = clauses.name_all(first.items[:-1]) + targets  # A 是 B 和 [C V 的] D
    return targets


def _meaning(clauses: Clauses, index: int) -> int | None:
    """Return the noun phrase that closes a definition, what a so-called thing is: 是指 …的 B; 所谓 A，就是 …的 B.

    The clauses keep it as their genus, whose relative clauses tell of what is defined.
    """
    told = clauses.is_in(index, "definition") or (index == clauses.first[index] and is_so_called(clauses, index))
    genus = head_of_row(clauses, index)
    if genus is None:
        if not told and not _opens_attributes(clauses, index) and not tells_in_row(clauses, index):
            return None
        genus = defining_genus(clauses, index)
        if genus is not None and not told and clauses.word(index) == "即" and clauses.is_in_head(genus, "light_head"):
            return None  # 即 以 A 为 B，关注 C 的 D 问题
    clauses.genus = clauses.genus if genus is None else genus
    return genus


def _opens_attributes(clauses: Clauses, index: int) -> bool:
    """Whether a clause is the first of several attributes of what a thing is: 是 以 A 为 B，V C 的 H."""
    last = clauses.last[index] - 1
    means = clauses.words[index + 1 : index + 2] == ["以"] and "为" in clauses.words[index + 2 : last]
    return means and clauses.kinds[last] == "N" and not ends_in_attribute(clauses, last)


def _more_genera(clauses: Clauses, index: int) -> Ends:
    """Return what the next clauses without a verb say a thing is, too: A 是 一种 B，一种 对 C 的 D."""
    found: Ends = ()
    border = clauses.last[index]
    while border < len(clauses.kinds) and clauses.word(border) in "，,":
        first = border + 1
        if not clauses.counts_another(first):
            break
        border = clauses.last[first]
        found += clauses.head_of(border - 1)
    return found


def _stated(clauses: Clauses, claim: Claim, index: int, position: int) -> Iterator[Claim]:
    """Yield a claim, unless the next clause takes back that it denies it."""
    if is_kind_named(clauses, index, position):
        claim = replace(
            claim, sources=claim.targets, targets=clauses.ends_of(index - 1 - (index == clauses.first[index]))
        )
    if not _is_restated(clauses, index, position, claim.targets):
        yield claim


def _is_restated(clauses: Clauses, index: int, position: int, targets: Ends) -> bool:
    """Whether only the attributes of a genus are denied, as the next clause keeps it: 不是 A 的 H，而是 B 的 H."""
    following = clauses.last[index] + 1
    if following >= len(clauses.kinds) or clauses.word(following) not in ("而是", "是") or not targets:
        return False
    chunk, tokens = clauses.parse.chunks[position], clauses.parse.tokens
    joints = [at for at in range(chunk.start, chunk.end) if tokens.kinds[at] == "D"]
    bare = not joints or tokens.kinds[chunk.start] == "a" or targets[-1].start >= tokens.ends[joints[-1]]
    attributed = bool(joints) or clauses.kinds[position - 1] == "D"
    closing = clauses.last[following] - 1
    alike = clauses.kinds[closing] == "N" and clauses.head_word(closing).endswith(clauses.head_word(position))
    return bare and attributed and alike


def _owning(clauses: Clauses, index: int, things: Ends, owners: Ends) -> Rule | None:
    """Return the rule of having, where a thing is said to be somebody's: 作坊 属于 商人."""
    groups = clauses.rules.grammar.endings["group_ending"]
    if clauses.word(index) != "属于" or not owners or not all(end.name.endswith(groups) for end in owners):
        return None
    if any(end.name.endswith(groups) for end in things):
        return None
    return next((use.rule for use in clauses.rules.finder.uses_of.get("拥有", ()) if use.rule.frame == "verb"), None)


def _inside_genus(clauses: Clauses, index: int) -> tuple[Ends, Ends] | None:
    """Return (A, B) of 所谓 X，就是 [把 A 看作 B 的] H, None elsewhere."""
    marker, genus = clauses.marker(index), clauses.genus
    if genus < 0 or marker is None or clauses.kinds[marker] != "B" or clauses.object_at(index) != genus:
        return None
    return clauses.theme(index), clauses.attributes_of(genus)


def _tells_of_both(clauses: Clauses, verb: int, index: int) -> bool:
    """Whether a noun phrase only says how two things stand to one another: 并非 截然对立."""
    chunk, attributes = clauses.parse.chunks[index], clauses.attributes_of(index)
    if clauses.takes_for(verb) and clauses.is_in(verb + 1, "able") and not ends_in_attribute(clauses, index):
        return True  # 把 A 看作 可以 V
    if clauses.head_word(index) in ("反面", "对立面") and attributes:
        return True  # A 是 B 的 反面
    placed = index == verb + 2 and clauses.words[verb + 1] == "在" and len(chunk.items[-1].parts) == 1
    if placed or _opens_attributes(clauses, verb):
        return True  # A 是 在 B 中 V C，…
    bare = clauses.head_word(index) in ("关系", "因果关系", "对立关系", "统一") and clauses.kinds[index - 1] != "D"
    if bare and not attributes and len(clauses.subject(verb)) != 1:
        return True  # A 与 B 不是 单纯 的 因果关系, but 债务 是 一种 道德 关系
    if clauses.is_in_head(index, "union") and len(attributes) < 2 and len(clauses.subject(verb)) > 1:
        return True  # A 与 B 是 有机 的 统一
    ways = [item.parts[0] for item in chunk.items if len(item.parts) == 1]  # 互补 还是 互不相容
    bare = len(ways) == len(chunk.items) and all(end - start == 1 for start, end in ways)
    cues = clauses.parse.tokens.cues
    return bare and any(start in cues and "mutual" in cues[start].frames for start, _ in ways)


def _bearer(clauses: Clauses, index: int) -> Ends:
    """Return what is said to be something: the noun right before 作为 also behind 对, else the theme of the verb."""
    if clauses.word(index) == "作为" and is_weighed(clauses, index - 1):
        return clauses.ends_of(index - 1)  # 对 语言 作为 社会 制度 的 论证
    return explained(clauses, index) or clauses.theme(index)


def _is_aim_of(clauses: Clauses, aim: int, verb: int) -> bool:
    """Whether it is told whose aim it is: A 的 目的, or the clause leans on a person."""
    owned = clauses.parse.tokens.words[clauses.parse.chunks[aim].start] in clauses.sets["owning"]  # 其 目的 是 V A
    return owned or bool(clauses.attributes_of(aim)) or any(is_speaker(clauses, end) for end in clauses.subject(verb))
