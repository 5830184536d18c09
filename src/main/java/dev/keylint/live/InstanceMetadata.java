package dev.keylint.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Azure's instance metadata service, which every virtual machine of Azure reaches at one
/// link-local address.
final class InstanceMetadata {
  private static final String ADDRESS = "169.254.169.254";
  private static final int PATIENCE_MILLIS = 400;

  private InstanceMetadata() {}

  /// Whether somebody listens there; asked first, because the SDK waits for minutes where nobody
  /// does.
  static boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(ADDRESS, 80), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
