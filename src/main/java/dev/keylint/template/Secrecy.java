package dev.keylint.template;

import java.util.Map;

/// What the type of a parameter says of the parts of its value: which of them are secrets, that
/// Azure leaves out of what it shows of a deployment.
public interface Secrecy {
  /// Of a type that makes no part a secret.
  Secrecy NONE = new Plain(false);

  /// Of a type that makes all of a value a secret.
  Secrecy ALL = new Plain(true);

  /// The same for a value and all its parts.
  record Plain(boolean isSecret) implements Secrecy {
    @Override
    public boolean mayBeSecret() {
      return isSecret;
    }

    @Override
    public boolean isPlain() {
      return !isSecret;
    }

    @Override
    public boolean saysParts() {
      return true;
    }

    @Override
    public Secrecy member(String name) {
      return this;
    }

    @Override
    public Secrecy item(int index) {
      return this;
    }

    @Override
    public Secrecy chosen(Map<String, String> texts) {
      return this;
    }
  }

  /// Whether all of the value is a secret.
  boolean isSecret();

  /// Whether it is one as far as the type could be followed: what is in doubt is not shown, and
  /// counts for no secret.
  boolean mayBeSecret();

  /// Whether neither the value nor any part of it is or may be a secret, which most types tell at
  /// once; else each part has to be looked at.
  boolean isPlain();

  /// Whether the type says of all parts what they are; a choice of several types does not.
  boolean saysParts();

  /// The same of a property of the value.
  Secrecy member(String name);

  /// The same of an item of the value, counted from 0.
  Secrecy item(int index);

  /// The same where it is known which of several types a value is of, as it has these texts as
  /// members.
  Secrecy chosen(Map<String, String> texts);
}
