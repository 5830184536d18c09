package dev.keylint.rule;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Rules in a compact form of our own, which loads neither CEL nor YAML libraries.
///
/// Only the same build of keylint reads what it wrote: there is no older form to keep up with.
public final class PackedRules {
  /// The built-in rules, written when keylint is built.
  public static final String RESOURCE = "/dev/keylint/rules/builtin.rules";

  private static final int VERSION = 1;

  private PackedRules() {}

  /// Writes rules; the same rules give the same bytes.
  public static void write(List<Rule> rules, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(VERSION);
    RulePacker packer = new RulePacker(new Packer(data));
    data.writeInt(rules.size());
    for (Rule rule : rules) {
      packer.rule(rule);
    }
    data.flush();
  }

  /// Reads what `write` wrote.
  public static List<Rule> read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in));
    int version = data.readInt();
    if (version != VERSION) {
      throw new IllegalStateException("packed rules of version " + version);
    }
    RuleUnpacker unpacker = new RuleUnpacker(new Unpacker(data));
    return unpacker.rules(data.readInt());
  }

  /// The rules that come with keylint, in the order of their ids.
  public static List<Rule> builtIn() {
    try (InputStream in = PackedRules.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("keylint was built without " + RESOURCE);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in rules can't be read", e);
    }
  }
}
