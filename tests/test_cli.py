"""The command line: what it prints, where, in which language and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conceptgraph import __version__, cli
from conceptgraph.cli.build import output_name
from conceptgraph.cli.progress import ProgressDisplay
from conceptgraph.config import Config
from conceptgraph.settings import FILE_NAME, describe, load_settings, with_settings

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "digital-labour.txt"
SHORT = "平台导致异化。数字劳动产生数字资本。数字劳动是异化劳动。平台的数字劳动导致异化。数字资本依赖数字劳动。\n"


Call = Callable[..., Any]  # the fixture of conftest.py


def in_a_process(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    command = [sys.executable, "-m", "conceptgraph", *arguments]
    return subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, check=False)


# --- help and version ---------------------------------------------------------------------------------------


def test_version(call: Call) -> None:
    assert call("--version") == (0, f"conceptgraph {__version__}\n", "")


def test_help_lists_every_command(call: Call) -> None:
    said = call("--help")
    assert said.code == 0
    assert set(cli.COMMANDS) <= set(said.out.split())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_explains_every_parameter(call: Call, name: str, language: str) -> None:
    command = cli.Program("conceptgraph", language).get_command(None, name)  # type: ignore[arg-type]
    assert command
    said = call(name, "--help", "--lang", language)
    assert said.code == 0
    for parameter in command.params:
        assert command.meanings.get(str(parameter.name)) or getattr(parameter, "help", None), parameter.name
        assert all(flag in said.out for flag in parameter.opts if flag.startswith("-"))


def test_chinese_help_has_no_english_frame(call: Call) -> None:
    words = set(re.findall("[A-Za-z:]+", call("build", "--help", "--lang", "zh").out))
    assert not {"Usage:", "Options:", "OPTIONS", "Arguments:", "default:", "Show"} & words


def test_help_imports_no_stage() -> None:
    shown = "import sys; print(*(name for name in sys.modules if name.startswith('conceptgraph')))"
    for arguments in (["--help"], ["--version"]):
        script = f"from conceptgraph import cli\ntry: cli.main({arguments})\nexcept SystemExit: {shown}"
        loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8")
        assert set(loaded.stdout.splitlines()[-1].split()) <= {
            "conceptgraph",
            "conceptgraph.cli",
            "conceptgraph.cli.columns",
            "conceptgraph.cli.ending",
            "conceptgraph.cli.localized",
            "conceptgraph.errors",
            "conceptgraph.messages",
        }


def test_nothing_given_shows_the_help(call: Call) -> None:
    said = call()
    assert (said.code, said.out) == (2, "")
    assert "build" in said.err


# --- wrong calls --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["bulid"], "no such command bulid (did you mean build?); see conceptgraph --help"),
        (["build"], "PATH... is missing; see conceptgraph build --help"),
        (["explain", "x"], "A is missing; see conceptgraph explain --help"),
        (
            ["build", "x", "--ouput", "y"],
            "no such option --ouput (did you mean --output?); see conceptgraph build --help",
        ),
        (
            ["build", "x", "--output"],
            "option --output is given without its value, or with one that it does not take; "
            "see conceptgraph build --help",
        ),
        (
            ["concepts", "x", "--format", "xml"],
            "--format: choose one of table, json, csv; see conceptgraph concepts --help",
        ),
        (["concepts", "x", "--top", "0"], "--top: a whole number from 1 on; see conceptgraph concepts --help"),
        (["config", "x"], "unexpected argument x; see conceptgraph config --help"),
        (["config", "--lang", "fr"], "--lang: choose one of zh, en; see conceptgraph config --help"),
        (["config", "--set", "x"], "--set: x has no value; write stage.key=value"),
        (
            ["config", "--set", "cooccur.widnow=clause"],
            "--set: unknown setting cooccur.widnow; the nearest known one is cooccur.window",
        ),
        (
            ["config", "--window", "chapter"],
            "--window: cooccur.window = chapter is not one of clause, sentence, paragraph, sentences",
        ),
        (["config", "--min-count", "0"], "--min-count: cooccur.min_count = 0 is outside 1..1000000"),
        (
            ["config", "--config", "none.toml"],
            "none.toml: settings cannot be read (no such file or folder); check the path given with --config",
        ),
    ],
)
def test_a_wrong_call_is_one_line_and_code_2(call: Call, arguments: list[str], expected: str) -> None:
    assert call(*arguments) == (2, "", f"{expected}\n")


def test_a_wrong_call_in_chinese(call: Call) -> None:
    assert call("build", "--lang", "zh").err == "缺少 PATH...；见 conceptgraph build --help\n"
    assert call("--lang", "zh") == (2, "", "缺少 命令 ...；见 conceptgraph --help\n")
    assert call("--lang=zh", "buidl").err == "没有命令 buidl（是否想用 build？）；见 conceptgraph --help\n"


# --- build --------------------------------------------------------------------------------------------------


def test_build_says_what_it_made(call: Call) -> None:
    Path("异化.txt").write_text(SHORT, encoding="utf-8")
    said = call("build", "异化.txt")
    assert (said.code, said.err) == (0, "")
    graph = json.loads(Path("outputs/异化/graph.json").read_text(encoding="utf-8"))
    relations = [edge for edge in graph["edges"] if edge["relation"] != "cooccurrence"]
    figures = f"{len(graph['concepts'])} concepts, {len(relations)} relations, {len(graph['chains'])} chains"
    assert said.out == f"{figures} -> {Path('outputs/异化/graph.html')}\n"


def test_quiet_is_silent(call: Call) -> None:
    Path("a.txt").write_text(SHORT, encoding="utf-8")
    assert call("build", "a.txt", "-q", "-o", "here/there") == (0, "", "")
    assert Path("here/there/graph.json").is_file()


def test_build_reads_standard_input(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SHORT.encode())))
    assert call("build", "-", "--lang", "zh").out.endswith(f"-> {Path('outputs/stdin/graph.html')}\n")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("论文/数字.劳动.txt", "数字.劳动"),
        ("文库/", "文库"),
        ("文库", "文库"),
        (".", "here"),
        ("文库/..", "here"),
        ("-", "stdin"),
    ],
)
def test_output_is_named_for_the_first_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, name: str
) -> None:
    (tmp_path / "here" / "文库").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    assert output_name(path) == name


def test_what_could_not_be_read_beside_the_rest_is_code_1(call: Call) -> None:
    Path("texts").mkdir()
    Path("texts/a.txt").write_text(SHORT, encoding="utf-8")
    Path("texts/b.txt").write_text("", encoding="utf-8")
    said = call("build", "texts", "none.txt")
    assert said.code == 1
    assert said.err.splitlines() == [
        "b.txt: the file is empty; give a file with Chinese text",
        "none.txt: no such file or folder; check the path",
        "2 could not be read, 1 documents were",
    ]
    assert Path("outputs/texts/graph.json").is_file()


def test_settings_reach_the_run(call: Call) -> None:
    Path("a.txt").write_text(SHORT, encoding="utf-8")
    Path(FILE_NAME).write_text("[cooccur]\nmin_count = 1\n")
    assert call("build", "a.txt", "-q", "--window", "paragraph", "--set", "analyze.seed=7").code == 0
    used = json.loads(Path("outputs/a/run.json").read_text(encoding="utf-8"))["settings"]
    assert (used["cooccur.min_count"], used["cooccur.window"], used["analyze.seed"]) == (1, "paragraph", 7)


# --- progress -----------------------------------------------------------------------------------------------


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return the clock by which progress is shown."""
    made = Clock()
    monkeypatch.setattr("conceptgraph.cli.progress.time.monotonic", made)
    return made


def test_a_log_has_a_line_every_few_seconds(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    with ProgressDisplay("en", quiet=False) as progress:
        for done in range(13):
            clock.now = float(done)
            progress("discover", done, 100)
    assert capsys.readouterr().err.splitlines() == [
        "finding terms: 5 of 100, 1:35 left",
        "finding terms: 10 of 100, 1:30 left",
    ]


def test_a_terminal_has_bars_after_a_second(
    clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with ProgressDisplay("zh", quiet=False) as progress:
        progress("discover", 1, 9)
        assert capsys.readouterr().err == ""
        assert progress.bars is None
        clock.now = 1.5
        progress("discover", 2, 9)
        assert progress.bars
        assert [(task.description, task.completed, task.total) for task in progress.bars.tasks] == [("发现术语", 2, 9)]


def test_quiet_has_no_progress(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    with ProgressDisplay("en", quiet=True) as progress:
        clock.now = 99.0
        progress("discover", 5, 9)
    assert capsys.readouterr().err == ""


# --- config and concepts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
def test_config_prints_a_settings_file(call: Call, language: str) -> None:
    said = call("config", "--lang", language, "--shown", "33", "--set", 'read.encoding=a"b')
    Path("printed.toml").write_text(said.out, encoding="utf-8")
    settings = with_settings(Config(), load_settings(Path("printed.toml")), "printed.toml")
    assert (settings.analyze.shown, settings.read.encoding) == (33, 'a"b')
    for row in describe(Config()):
        assert getattr(row, language) in said.out
        assert row.source in said.out
    assert tomllib.loads(said.out).keys() == {row.name.split(".")[0] for row in describe(Config())}


def test_concepts_in_three_forms(call: Call) -> None:
    table = call("concepts", str(SAMPLE), "--top", "5", "--lang", "zh")
    lines = table.out.splitlines()
    assert (table.code, len(lines), lines[0].split()[:2]) == (0, 6, ["名次", "概念"])
    rows = list(
        csv.DictReader(io.StringIO(call("concepts", str(SAMPLE), "--format", "csv").out.removeprefix("\ufeff")))
    )
    records = json.loads(call("concepts", str(SAMPLE), "--format", "json").out)
    assert [row["name"] for row in rows] == [record["name"] for record in records]
    assert [line.split()[1] for line in lines[1:]] == [record["name"] for record in records[:5]]
    assert records == sorted(records, key=lambda record: -record["importance"])
    assert not Path("outputs").exists()


def test_concepts_of_a_built_graph(call: Call) -> None:
    fresh = call("concepts", str(SAMPLE)).out
    call("build", str(SAMPLE), "-o", "built", "-q")
    assert call("concepts", "built").out == call("concepts", "built/graph.json").out == fresh


# --- consoles, pipes, interruption --------------------------------------------------------------------------


def test_a_gbk_console_with_chinese_paths(tmp_path: Path) -> None:
    folder = tmp_path / "论文 与 笔记 ①é"
    folder.mkdir()
    (folder / "异化 é😀.txt").write_text(SHORT, encoding="utf-8")
    for arguments in (
        ["build", "异化 é😀.txt"],
        ["concepts", "异化 é😀.txt"],
        ["build", "无此 😀.txt"],
        ["build", "--help"],
    ):
        said = in_a_process(*arguments, "--lang", "zh", folder=folder, PYTHONIOENCODING="gbk")
        assert said.returncode == (2 if "无此 😀.txt" in arguments else 0), said.stderr
        assert b"Traceback" not in said.stderr
        assert (said.stdout + said.stderr).decode("gbk")
    assert (folder / "outputs" / "异化 é😀" / "graph.json").is_file()


def test_a_plain_c_locale(tmp_path: Path) -> None:
    (tmp_path / "异化.txt").write_text(SHORT, encoding="utf-8")
    said = in_a_process("concepts", "异化.txt", folder=tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert said.returncode == 0
    assert all(b" of 1" in line for line in said.stderr.splitlines())  # a slow machine tells how far it is


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "conceptgraph", "config"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT for a single process on Windows")
def test_an_interruption_leaves_the_old_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SHORT, encoding="utf-8")
    assert in_a_process("build", "a.txt", folder=tmp_path).returncode == 0
    before = {path: path.read_bytes() for path in (tmp_path / "outputs").rglob("*") if path.is_file()}
    command = [sys.executable, "-m", "conceptgraph", "build", "-", "-o", "outputs/a"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdin
        process.stdin.write(b"x" * 1_000_000)  # more than a pipe holds: it is reading when this returns
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err.strip()) == (130, b"", b"")
    assert before == {path: path.read_bytes() for path in tmp_path.joinpath("outputs").rglob("*") if path.is_file()}


def test_a_bug_keeps_its_traceback(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("conceptgraph.cli.show_config.describe", fail)
    with pytest.raises(ZeroDivisionError):
        cli.main(["config"])
