"""Transcribe a recording, and write its subtitles: ``python transcription.py speech.mp3``."""

from __future__ import annotations

import argparse
from pathlib import Path

from workers_ai import Cloudflare


def transcribe(recording: Path) -> None:
    with Cloudflare(timeout=300) as client:
        whisper = client.ai.model("@cf/openai/whisper-large-v3-turbo")
        transcript = whisper.run(audio=recording, vad_filter=True)
    print(transcript.text)
    if transcript.vtt:
        recording.with_suffix(".vtt").write_text(transcript.vtt, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Transcribe a recording, and write its subtitles.")
    parser.add_argument("recording", type=Path, help="an audio file, such as speech.mp3")
    recording: Path = parser.parse_args().recording
    if not recording.is_file():
        parser.error(f"{recording} is not a file")
    transcribe(recording)


if __name__ == "__main__":
    main()
