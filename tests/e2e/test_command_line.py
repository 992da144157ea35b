"""The command line through the deployed service, as a shell starts it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from local.words import curl
from tests.e2e.client import ROOT, Stack, newcomer


class Shell:
    """Runs `easel` in a folder, with a key."""

    def __init__(self, stack: Stack, folder: Path) -> None:
        self.folder = folder
        self.env = {
            **os.environ,
            "EASEL_URL": stack.api_url,
            "EASEL_API_KEY": stack.key(newcomer("shell"))["key"],
            "PYTHONPATH": str(ROOT / "client"),
            **({"SSL_CERT_FILE": stack.ca_bundle} if stack.ca_bundle else {}),
        }

    def __call__(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "easel_client.cli", *words],
            cwd=self.folder,
            env=self.env | env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )


@pytest.fixture(scope="module")
def shell(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    return Shell(stack, tmp_path_factory.mktemp("shell"))


@pytest.fixture(scope="module")
def painted(shell: Shell) -> Path:
    """A picture that was painted from the shell."""
    done = shell("generate", "a lake", "--style", "cinematic", "--seed", "4", "--yes")
    assert done.returncode == 0, done.stderr
    return shell.folder / done.stdout.strip()


def test_words_become_a_file_and_its_price_was_told(shell: Shell, painted: Path) -> None:
    assert painted.read_bytes().startswith(b"\x89PNG")
    assert "0.04" in shell("usage").stdout


def test_a_file_and_an_id_can_be_edited(shell: Shell, painted: Path) -> None:
    by_file = shell("edit", painted.name, "-t", "remove_background", "--yes", "--json")
    by_id = shell("edit", painted.stem, "-t", "remove_background", "--yes", "--json")

    of_file, of_image = json.loads(by_file.stdout), json.loads(by_id.stdout)
    assert of_file["inputs"][0]["upload"]
    assert of_image["images"][0]["parents"] == [painted.stem]
    assert (shell.folder / of_image["files"][0]).is_file()


def test_words_say_what_an_edit_shall_show(shell: Shell, painted: Path) -> None:
    asked = ("edit", painted.stem, "a lake in winter", "-m", "balanced", "--yes", "--json")
    done = shell(*asked, "-p", "strength=0.6")

    made = json.loads(done.stdout)
    assert (made["task"], made["images"][0]["prompt"]) == ("image_to_image", "a lake in winter")


def test_the_gallery_lists_what_was_painted_and_saves_it(shell: Shell, painted: Path) -> None:
    told = shell("gallery", "--text", "lake, cinematic").stdout
    saved = shell("gallery", "--text", "lake, cinematic", "--out", "all").stdout.split()

    assert told.startswith(f"{painted.stem}\t")
    assert [Path(each).stem for each in saved] == [painted.stem]
    again = shell("save", painted.stem, "--out", "again")
    assert (shell.folder / again.stdout.strip()).read_bytes() == painted.read_bytes()


def test_the_models_are_told_with_their_prices(shell: Shell) -> None:
    assert "stable-image-core\t0.04\t" in shell("models").stdout
    assert "text_to_image" in shell("models", "stable-image-core").stdout
    assert json.loads(shell("models", "--json").stdout)[0]["tasks"]


@pytest.mark.parametrize(
    ("words", "env", "code", "said"),
    [
        (["generate", "a lake"], {}, 8, "--yes"),
        (["generate", "a lake", "-n", "99", "-y"], {}, 2, "/count"),
        (["usage"], {"EASEL_API_KEY": "easel_no"}, 3, "key"),
        (["save", "img_01ARZ3NDEKTSV4RRFFQ69G5FAV_00"], {}, 4, "not_found"),
        (["usage"], {"EASEL_URL": "http://127.0.0.1:9/api"}, 6, "unreachable"),
        (["usage"], {"EASEL_URL": ""}, 2, "make up"),
    ],
)
def test_what_goes_wrong_has_a_code_and_a_line(shell: Shell, words, env, code, said) -> None:
    done = shell(*words, **env)

    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_line_that_up_prints_leaves_a_picture(stack: Stack, tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", curl(stack.told)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.stdout, done.stderr) == ("→ easel.png\n", "")
    with Image.open(tmp_path / "easel.png") as picture:
        assert picture.format == "PNG"
