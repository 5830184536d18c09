package dev.keylint.lower;

import dev.keylint.lower.TypeNode.Part;
import dev.keylint.template.Parameter;
import dev.keylint.template.Secrecy;
import java.util.Map;
import java.util.Optional;

/// Which parts of a value its type makes secrets, read of the type when it is asked for.
public record TypeSecrecy(TypeNode type) implements Secrecy {
  @Override
  public boolean isSecret() {
    return type.isSecret();
  }

  @Override
  public boolean mayBeSecret() {
    return type.mayBeSecret();
  }

  @Override
  public boolean isPlain() {
    return type.isPlain();
  }

  @Override
  public boolean saysParts() {
    return type.shape().type() != Parameter.Type.ANY;
  }

  @Override
  public Secrecy member(String name) {
    return below(type.part(new Part.Property(name)).or(() -> type.part(new Part.Additional())));
  }

  @Override
  public Secrecy item(int index) {
    return below(type.part(new Part.Item(index)).or(() -> type.part(new Part.Items())));
  }

  @Override
  public Secrecy chosen(Map<String, String> texts) {
    return type.variant(texts).<Secrecy>map(TypeSecrecy::new).orElse(this);
  }

  private static Secrecy below(Optional<TypeNode> part) {
    return part.<Secrecy>map(TypeSecrecy::new).orElse(NONE);
  }
}
