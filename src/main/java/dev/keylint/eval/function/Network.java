package dev.keylint.eval.function;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A range of IP addresses in CIDR notation; `bits` is 32 or 128.
///
/// Invariant: the address has no bit beyond the prefix.
record Network(BigInteger address, int prefix, int bits) {
  private static final Pattern CIDR =
      Pattern.compile("([0-9.]{7,15}|[0-9A-Fa-f:.]{2,45})(?:/(\\d{1,3}))?");

  Network {
    int free = bits - prefix;
    address = address.shiftRight(free).shiftLeft(free);
  }

  /// Reads `10.0.0.0/16` or `fd00::/48`; address bits beyond the prefix are dropped.
  static Optional<Network> parse(String text) {
    Matcher cidr = CIDR.matcher(text.strip());
    if (!cidr.matches()) {
      return Optional.empty();
    }
    String host = cidr.group(1);
    int bits = host.indexOf(':') < 0 ? 32 : 128;
    Optional<Integer> written = Optional.ofNullable(cidr.group(2)).map(Integer::valueOf);
    return address(host)
        .flatMap(address ->
            written
                .or(() -> prefixByClass(address, bits))
                .filter(prefix -> prefix <= bits)
                .map(prefix -> new Network(address, prefix, bits)));
  }

  /// Without a prefix length Azure takes that of the address's class (RFC 791), in IPv6 64.
  private static Optional<Integer> prefixByClass(BigInteger address, int bits) {
    if (bits == 128) {
      return Optional.of(64);
    }
    int first = address.shiftRight(24).intValue();
    return first < 128
        ? Optional.of(8)
        : first < 192 ? Optional.of(16) : first < 224 ? Optional.of(24) : Optional.empty();
  }

  private static Optional<BigInteger> address(String host) {
    try {
      // Literals only: nothing is looked up.
      InetAddress address =
          host.indexOf(':') < 0 ? Inet4Address.ofLiteral(host) : Inet6Address.ofLiteral(host);
      return Optional.of(new BigInteger(1, address.getAddress()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  boolean version6() {
    return bits == 128;
  }

  /// The last address, in IPv4 the broadcast address.
  BigInteger last() {
    return address.add(BigInteger.ONE.shiftLeft(bits - prefix)).subtract(BigInteger.ONE);
  }

  /// In IPv4 without the address of the network itself, unless there are only two.
  BigInteger firstUsable() {
    return version6() || bits - prefix < 2 ? address : address.add(BigInteger.ONE);
  }

  /// In IPv4 without the broadcast address, unless there are only two.
  BigInteger lastUsable() {
    return version6() || bits - prefix < 2 ? last() : last().subtract(BigInteger.ONE);
  }

  BigInteger netmask() {
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE.shiftLeft(bits - prefix));
  }

  /// The subnet of this number, counted on beyond this network; nothing beyond the last address of
  /// all.
  Optional<Network> subnet(int newPrefix, long index) {
    BigInteger start = address.add(BigInteger.valueOf(index).shiftLeft(bits - newPrefix));
    return start.bitLength() > bits
        ? Optional.empty()
        : Optional.of(new Network(start, newPrefix, bits));
  }

  /// An address as text; IPv6 as RFC 5952 has it.
  String show(BigInteger ip) {
    if (!version6()) {
      int value = ip.intValue();
      return (value >>> 24)
          + "."
          + ((value >>> 16) & 255)
          + "."
          + ((value >>> 8) & 255)
          + "."
          + (value & 255);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = ip.shiftRight(16 * (7 - i)).intValue() & 0xffff;
    }
    return compressed(groups);
  }

  /// The longest run of two or more zero groups becomes `::`.
  private static String compressed(int[] groups) {
    int from = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        from = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == from) {
        text.append(i == 0 ? "::" : ":");
        i += length - 1;
      } else {
        text.append(Integer.toHexString(groups[i])).append(i < 7 ? ":" : "");
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return show(address) + "/" + prefix;
  }
}
