"""What a worker process raises arrives whole in the main one."""

import pickle

from conceptgraph.errors import ConceptgraphWarning, InputError, RuleError


def test_an_error_and_what_follows_it_pass_between_processes() -> None:
    error = RuleError("word_list_line", file="rules/x.txt", line=3, entry="讲求")
    error.others = (InputError("word_list_line", file="rules/y.txt", line=4, entry="注重"),)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (RuleError, str(error))
    assert [(type(other), str(other)) for other in again.others] == [(InputError, str(error.others[0]))]


def test_a_warning_passes_between_processes() -> None:
    warning = ConceptgraphWarning("word_list_line", file="rules/x.txt", line=3, entry="讲求")
    assert str(pickle.loads(pickle.dumps(warning))) == str(warning)
