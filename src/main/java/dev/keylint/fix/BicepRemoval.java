package dev.keylint.fix;

import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Syntax;
import dev.keylint.fix.BicepTree.Node;
import dev.keylint.text.Phrase;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes members of objects and items of arrays out of a Bicep file.
record BicepRemoval(BicepTree tree, String text, Source source) {
  private static final String NOT_ALONE = "what has to go does not stand in an object of its own";

  /// Without a member; of a setting without the whole, and without what refers to it.
  Attempt of(Span place) {
    BicepSettings settings = new BicepSettings(tree, text);
    Span member = settings.whole(place);
    Optional<Node> found = tree.at(member);
    if (found.isEmpty()) {
      return Attempt.refused(NOT_ALONE);
    }
    return switch (settings.uses(found.orElseThrow())) {
      case SecretUses.Others(String name, Span at) ->
          Attempt.refused(
              Phrase.of("the secret `" + name.replace("'", "") + "` is used at ")
                  .and(Used.at(source, List.of(at))));
      case SecretUses.Items(List<Span> items) ->
          Attempt.each(Stream.concat(Stream.of(member), items.stream()).toList(), this::member);
    };
  }

  private Attempt member(Span member) {
    Optional<Node> found = tree.at(member);
    Optional<Node> around = found.flatMap(Node::around);
    if (found.isEmpty() || around.isEmpty()) {
      return Attempt.refused(NOT_ALONE);
    }
    Node node = found.orElseThrow();
    if (node.isConditional()) {
      return Attempt.refused("it depends on a condition; decide which branch is meant");
    }
    if (mayBeNothing(node.syntax())) {
      // Whoever wrote that has thought of it; whether it is nothing now the scan afterwards tells.
      return Attempt.of();
    }
    List<? extends Syntax> all =
        switch (around.orElseThrow().syntax()) {
          case Expression.ObjectSyntax object -> object.members();
          case Expression.ArraySyntax array -> array.members();
          case Syntax _ -> List.of();
        };
    int index = all.indexOf(node.syntax());
    if (index < 0) {
      return Attempt.refused(NOT_ALONE);
    }
    Span braces = around.orElseThrow().span();
    List<Span> spans = all.stream().map(Syntax::span).toList();
    return new Attempt.Made(
        new Members(text, Written.BICEP, braces, spans, true, Optional.empty()).remove(index));
  }

  private static boolean mayBeNothing(Syntax member) {
    return BicepTree.written(member).orElse(null) instanceof Expression.Ternary it
        && (it.whenTrue() instanceof Expression.NullLiteral
            || it.whenFalse() instanceof Expression.NullLiteral);
  }
}
