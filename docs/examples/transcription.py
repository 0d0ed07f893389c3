"""Write down what is said in a file: ``python transcription.py speech.mp3``."""

from __future__ import annotations

import sys
from pathlib import Path

from workers_ai import Cloudflare


def main(path: Path) -> None:
    with Cloudflare(timeout=300) as client:
        whisper = client.ai.model("@cf/openai/whisper-large-v3-turbo")
        transcript = whisper.run(audio=path, vad_filter=True)
    print(transcript.text)
    if transcript.vtt:
        path.with_suffix(".vtt").write_text(transcript.vtt, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
