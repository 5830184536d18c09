package dev.keylint.eval.function;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Azure's 64-bit MurmurHash: two 32-bit lanes, seed 0. It names resources (`uniqueString`) and
/// templates (`templateHash`).
public final class Murmur64 {
  private static final int C1 = 0x239b961b;
  private static final int C2 = 0xab0e9789;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private int h1;
  private int h2;

  private Murmur64() {}

  /// The hash as unsigned 64 bits.
  public static long hash(byte[] bytes) {
    return new Murmur64().of(bytes);
  }

  private long of(byte[] bytes) {
    int whole = bytes.length & ~7;
    for (int i = 0; i < whole; i += 8) {
      mix((int) INTS.get(bytes, i), (int) INTS.get(bytes, i + 4));
    }
    tail(bytes, whole);
    h1 ^= bytes.length;
    h2 ^= bytes.length;
    h1 += h2;
    h2 += h1;
    h1 = scatter(h1);
    h2 = scatter(h2);
    h1 += h2;
    h2 += h1;
    return ((long) h2 << 32) | (h1 & 0xffff_ffffL);
  }

  private void mix(int k1, int k2) {
    h1 ^= first(k1);
    h1 = Integer.rotateLeft(h1, 19) + h2;
    h1 = h1 * 5 + 0x561ccd1b;
    h2 ^= second(k2);
    h2 = Integer.rotateLeft(h2, 13) + h1;
    h2 = h2 * 5 + 0x0bcaa747;
  }

  private void tail(byte[] bytes, int from) {
    int rest = bytes.length - from;
    if (rest > 0) {
      h1 ^= first(lane(bytes, from, Math.min(4, rest)));
    }
    if (rest > 4) {
      h2 ^= second(lane(bytes, from + 4, rest - 4));
    }
  }

  private static int lane(byte[] bytes, int from, int count) {
    int lane = 0;
    for (int i = 0; i < count; i++) {
      lane |= (bytes[from + i] & 0xff) << (8 * i);
    }
    return lane;
  }

  private static int first(int k) {
    return Integer.rotateLeft(k * C1, 15) * C2;
  }

  private static int second(int k) {
    return Integer.rotateLeft(k * C2, 17) * C1;
  }

  private static int scatter(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
