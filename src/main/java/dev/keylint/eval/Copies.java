package dev.keylint.eval;

import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.expression.Loops;
import dev.keylint.eval.run.Memo;
import dev.keylint.eval.run.Reasons;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Declaration;
import dev.keylint.template.Loop;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The resources or modules that one declaration stands for: one, or as many as its loop has turns.
final class Copies {
  private final Frame frame;
  private final Declaration declaration;
  private final Memo<Optional<Loops.Turns>> turns = new Memo<>();
  private final Memo<List<Copy>> partial = new Memo<>();
  private final Maker maker;
  private final Map<String, Copy> copies = new HashMap<>();

  /// @param frame what its loop sees
  Copies(Declaration declaration, Frame frame, Maker maker) {
    this.declaration = declaration;
    this.frame = frame;
    this.maker = maker;
  }

  /// How a copy is made of a declaration and what it sees.
  @FunctionalInterface
  interface Maker {
    Copy make(Declaration declaration, Frame frame, Turn turn);
  }

  /// Which copy of its declaration one is.
  ///
  /// @param index the turn as the user sees it, `[0]`; empty without a loop
  /// @param openCount the count of the loop when the number of turns is not known
  /// @param conditions unknown conditions under which there is such a turn
  /// @param byVariables the environment variables by which the loop turns as it does
  record Turn(
      String index,
      Optional<Value> openCount,
      List<Value> conditions,
      List<Origin.Step> byVariables) {
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d{1,9})]");

    /// The number of the turn; empty without a loop, and where it is not known.
    OptionalInt number() {
      Matcher number = NUMBER.matcher(index);
      return number.matches()
          ? OptionalInt.of(Integer.parseInt(number.group(1)))
          : OptionalInt.empty();
    }

    /// What is there under these conditions, as often as the loop turns.
    Presence of(Presence around, Location at) {
      Presence presence = around.by(byVariables);
      for (Value condition : conditions) {
        presence = presence.when(condition);
      }
      return openCount.isPresent() ? presence.times(openCount.orElseThrow(), at) : presence;
    }
  }

  Declaration declaration() {
    return declaration;
  }

  boolean looped() {
    return declaration.loop().isPresent();
  }

  private Optional<Loops.Turns> turns() {
    return turns.get(
        this,
        it -> it.declaration.loop().map(loop -> Loops.turns(loop, true, it.frame)),
        it -> it.declaration.loop().map(it::circular));
  }

  /// Whether its loop is being evaluated: what asks for all that is declared then gets the others.
  boolean isCounting() {
    return turns.isRunning();
  }

  private Loops.Turns circular(Loop loop) {
    String message = "the loop of `" + declaration.symbol() + "` refers to itself";
    List<Value> symbol = List.of(Terms.text(declaration.symbol(), loop.at()));
    Value none = frame.run().failed(message, "length", symbol, loop.at());
    return new Loops.Turns(
        loop, true, none, Optional.of(none), OptionalInt.empty(), Optional.empty());
  }

  /// The number of turns; empty when it is not known, or when there is no loop.
  OptionalInt times() {
    return turns().map(Loops.Turns::times).orElseGet(OptionalInt::empty);
  }

  /// The count of a loop of which the number of turns is not known.
  Optional<Value> openCount() {
    return turns().filter(loop -> loop.times().isEmpty()).map(Loops.Turns::count);
  }

  /// Why the number of turns is not known.
  Reason reason() {
    return Reasons.of(openCount().stream().toList(), new Reason.Unsupported("loop"));
  }

  /// Every copy; of a loop of unknown count one, with an unknown index.
  List<Copy> all() {
    if (turns().filter(loop -> loop.partial().isPresent()).isPresent()) {
      return partial.get(() -> partial(turns().orElseThrow()), List::of);
    }
    if (times().isEmpty()) {
      return List.of(only());
    }
    List<Copy> all = new ArrayList<>();
    for (int i = 0; i < times().orElseThrow(); i++) {
      all.add(copy(Terms.integer(i, declaration.at())));
    }
    return all;
  }

  /// A copy for each item of a partly known array, whether it is certainly there or not.
  private List<Copy> partial(Loops.Turns loop) {
    List<Copy> all = new ArrayList<>();
    for (Loops.Turn turn : loop.each(frame.run())) {
      String shown = turn.index() instanceof Value.Int(long index, _) ? "[" + index + "]" : "[…]";
      Turn here = new Turn(shown, turn.openCount(), turn.conditions(), List.of());
      all.add(maker.make(declaration, loop.frame(turn.index(), frame), here));
    }
    return all;
  }

  /// The copy without an index; in a loop the one of the unknown index.
  Copy only() {
    return turns()
        .map(loop -> copy(Loops.symbolicIndex(loop)))
        .orElseGet(() -> copies.computeIfAbsent("", _ -> make(frame, "")));
  }

  /// The copy of this index, which need not be known.
  Copy copy(Value index) {
    Optional<Loops.Turns> loop = turns();
    if (loop.isEmpty()) {
      return only();
    }
    String key = NormalForm.print(index);
    Copy known = copies.get(key);
    if (known != null) {
      return known;
    }
    Copy made = make(loop.orElseThrow().frame(index, frame), "[" + key + "]");
    copies.put(key, made);
    return made;
  }

  /// The environment variables by which its loop turns as often as it does.
  List<Origin.Step> byVariables() {
    return turns().map(it -> it.count().origin().variables()).orElse(List.of());
  }

  private Copy make(Frame inTurn, String index) {
    return maker.make(declaration, inTurn, new Turn(index, openCount(), List.of(), byVariables()));
  }
}
