package dev.certus.serve;

import java.io.IOException;

/** A stream ends before its end since the service stops: the client sees a broken connection. */
final class CutOffException extends IOException {
  private static final long serialVersionUID = 1L;

  CutOffException() {
    super("the service stops");
  }
}
