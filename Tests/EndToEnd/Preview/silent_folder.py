"""Shows a folder at another place by FUSE, read-only. Linux reports no change there that is made in the folder itself.

Run as a program: `python silent_folder.py FOLDER PLACE` prints a line when it is ready, and ends with its standard input. It speaks the
kernel's protocol itself (linux/fuse.h, version 7.31), because there is no library for it on every machine.
"""

import ctypes
import errno
import os
import stat
import struct
import sys
import threading
from pathlib import Path

LOOKUP, FORGET, GETATTR, OPEN, READ, STATFS, RELEASE, FLUSH = 1, 2, 3, 14, 15, 17, 18, 25
INIT, OPENDIR, READDIR, RELEASEDIR, ACCESS, INTERRUPT, BATCH_FORGET = 26, 27, 28, 29, 34, 36, 42
READ_ONLY, DETACH, DIRECT = 1, 2, 1
libc = ctypes.CDLL(None, use_errno=True)


class SilentFolder:
    """The answers to the requests of the kernel."""

    def __init__(self, folder: str) -> None:
        self.paths = {1: folder}
        self.nodes = {folder: 1}

    def node(self, path: str) -> int:
        number = self.nodes.setdefault(path, len(self.nodes) + 1)
        self.paths[number] = path
        return number

    def attributes(self, path: str) -> bytes:
        status = os.lstat(path)
        seconds = [time // 10**9 for time in (status.st_atime_ns, status.st_mtime_ns, status.st_ctime_ns)]
        rest = [time % 10**9 for time in (status.st_atime_ns, status.st_mtime_ns, status.st_ctime_ns)]
        return struct.pack(
            "<6Q10I", status.st_ino, status.st_size, status.st_blocks, *seconds, *rest, status.st_mode, status.st_nlink,
            status.st_uid, status.st_gid, 0, 4096, 0)

    def entries(self, path: str, offset: int, size: int) -> bytes:
        found = b""
        for number, name in enumerate(sorted(os.listdir(path)), 1):
            encoded = os.fsencode(name)
            status = os.lstat(os.path.join(path, name))
            entry = struct.pack("<2Q2I", status.st_ino, number, len(encoded), stat.S_IFMT(status.st_mode) >> 12) + encoded
            entry += bytes(-len(entry) % 8)
            if number <= offset:
                continue
            if len(found) + len(entry) > size:
                break
            found += entry
        return found

    def answer(self, code: int, node: int, body: bytes) -> bytes:
        """The body of an answer; raises OSError."""
        if code == INIT:
            return struct.pack("<4I2H2I2HI28x", 7, 31, 65_536, 0, 16, 12, 65_536, 1, 16, 0, 0)
        path = self.paths[node]
        if code == LOOKUP:
            child = os.path.join(path, os.fsdecode(body.rstrip(b"\0")))
            attributes = self.attributes(child)
            return struct.pack("<4Q2I", self.node(child), 0, 0, 0, 0, 0) + attributes
        if code == GETATTR:
            return struct.pack("<Q2I", 0, 0, 0) + self.attributes(path)
        if code in (OPEN, OPENDIR):
            return struct.pack("<Q2I", 0, DIRECT if code == OPEN else 0, 0)
        if code in (READ, READDIR):
            _, offset, size = struct.unpack_from("<2QI", body)
            if code == READDIR:
                return self.entries(path, offset, size)
            with open(path, "rb") as file:
                file.seek(offset)
                return file.read(size)
        if code == STATFS:
            return struct.pack("<5Q4I24x", 1, 1, 1, 1, 1, 4096, 255, 4096, 0)
        if code in (RELEASE, RELEASEDIR, FLUSH, ACCESS):
            return b""
        raise OSError(errno.ENOSYS, "not needed")

    def serve(self, device: int) -> None:
        """Answers until the folder is no longer shown."""
        while True:
            try:
                request = os.read(device, 200_000)
            except OSError as error:
                if error.errno == errno.ENODEV:
                    return
                continue
            _, code, unique, node = struct.unpack_from("<2I2Q", request)
            if code in (FORGET, INTERRUPT, BATCH_FORGET):
                continue
            try:
                body, problem = self.answer(code, node, request[40:]), 0
            except OSError as error:
                body, problem = b"", -error.errno
            try:
                os.write(device, struct.pack("<IiQ", 16 + len(body), problem, unique) + body)
            except OSError:
                # The program that asked has ended.
                continue


def main(folder: str, place: str) -> int:
    try:
        device = os.open("/dev/fuse", os.O_RDWR)
    except OSError as error:
        print(error.strerror, flush=True)
        return 1
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0".encode()
    if libc.mount(b"silent", os.fsencode(place), b"fuse", READ_ONLY, options) != 0:
        print(os.strerror(ctypes.get_errno()), flush=True)
        return 1
    threading.Thread(target=SilentFolder(folder).serve, args=(device,), daemon=True).start()
    print("ready", flush=True)
    sys.stdin.read()
    libc.umount2(os.fsencode(place), DETACH)
    return 0


if __name__ == "__main__":
    sys.exit(main(*(str(Path(argument).resolve()) for argument in sys.argv[1:])))
