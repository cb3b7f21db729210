# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a TensorBoard event file without any of the program's code: recomputes every masked CRC-32C bit by bit and
decodes the messages with `protoc --decode_raw`. Prints one line an event: a JSON object."""
import json
import struct
import subprocess
import sys


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def records(content):
    at = 0
    while at < len(content):
        head = content[at:at + 8]
        length, = struct.unpack("<Q", head)
        head_crc, = struct.unpack("<I", content[at + 8:at + 12])
        data = content[at + 12:at + 12 + length]
        data_crc, = struct.unpack("<I", content[at + 12 + length:at + 16 + length])
        assert masked(head) == head_crc, "wrong CRC of a length"
        assert masked(data) == data_crc, "wrong CRC of an event"
        yield data
        at += 16 + length


def parse(lines):
    """The text of --decode_raw as a list of (field number, text or list)."""
    fields = []
    while lines:
        line = lines.pop(0).strip()
        if line == "}":
            break
        if line.endswith("{"):
            fields.append((int(line[:-1]), parse(lines)))
        else:
            number, value = line.split(": ", 1)
            fields.append((int(number), value))
    return fields


def scalar(text):
    return struct.unpack("<f", struct.pack("<I", int(text, 16)))[0]


def event(data):
    raw = subprocess.run(["protoc", "--decode_raw"], input=data, capture_output=True, check=True).stdout.decode()
    fields = dict(parse(raw.splitlines()))
    out = {"wall_time": struct.unpack("<d", struct.pack("<Q", int(fields[1], 16)))[0], "step": int(fields.get(2, "0"))}
    if 3 in fields:
        out["file_version"] = json.loads(fields[3])
    if 7 in fields:
        out["session_status"] = int(dict(fields[7])[1])
    if 5 in fields:
        out["scalars"] = {json.loads(dict(value)[1]): scalar(dict(value)[2]) for number, value in fields[5] if number == 1}
    return out


for record in records(open(sys.argv[1], "rb").read()):
    print(json.dumps(event(record)))
