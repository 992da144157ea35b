"""A line between the studio and the API that a test can cut and mend."""

import contextlib
import socket
import threading


class Line:
    """Forwards connections to a port; while it is cut, nobody answers."""

    def __init__(self, port: int) -> None:
        self._there = port
        self._open: set[socket.socket] = set()
        self._listener: socket.socket | None = None
        self.port = 0
        self.mend()

    @staticmethod
    def free() -> int:
        """Return a port that nobody listens on."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return int(probe.getsockname()[1])

    def mend(self) -> None:
        """Answer, on the port of last time."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, args=(self._listener,), daemon=True).start()

    def cut(self) -> None:
        """End all connections and take no new one."""
        if self._listener:
            # Waking who accepts; a close alone would leave the port open behind it.
            with contextlib.suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        for each in list(self._open):
            _end(each)

    def _serve(self, listener: socket.socket) -> None:
        while True:
            try:
                here, _ = listener.accept()
                there = socket.create_connection(("127.0.0.1", self._there))
            except OSError:
                return
            self._open |= {here, there}
            for pair in ((here, there), (there, here)):
                threading.Thread(target=self._pump, args=pair, daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while chunk := source.recv(65_536):
                sink.sendall(chunk)
        for each in (source, sink):
            _end(each)
            self._open.discard(each)


def _end(each: socket.socket) -> None:
    with contextlib.suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
    each.close()
