package dev.keylint.plan;

import dev.keylint.lower.LoadForm;
import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What load functions make of files; those loaded last are kept, since the modules of a deployment
/// often load the same one.
final class FileContents {
  private static final int MAX_KEPT = 16;

  private final Workspace workspace;
  private final Map<Key, Lookup<Expr>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Lookup<Expr>> eldest) {
          return size() > MAX_KEPT;
        }
      };

  FileContents(Workspace workspace) {
    this.workspace = workspace;
  }

  private record Key(WorkspaceFile file, LoadForm form, Optional<Charset> charset) {}

  /// The content of a file, located in it; without an encoding its byte order mark decides.
  Lookup<Expr> of(WorkspaceFile file, LoadForm form, Optional<Charset> charset) {
    Key key = new Key(file, form, charset);
    synchronized (kept) {
      Lookup<Expr> known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Lookup<Expr> content = read(key);
    synchronized (kept) {
      kept.put(key, content);
    }
    return content;
  }

  private Lookup<Expr> read(Key key) {
    Location whole = new Location.WholeFile(key.file.shown());
    if (key.form == LoadForm.BASE64) {
      return workspace.bytes(key.file, whole).then(bytes -> base64(key, bytes));
    }
    return key.charset
        .map(charset -> workspace.text(key.file, charset, whole))
        .orElseGet(() -> workspace.text(key.file, whole))
        .then(text -> parse(key, text));
  }

  private static Lookup<Expr> base64(Key key, byte[] bytes) {
    Location whole = new Location.WholeFile(key.file.shown());
    return bytes.length > key.form.limit()
        ? tooLarge(key)
        : new Lookup.Found<>(
            new Expr.StringLiteral(Base64.getEncoder().encodeToString(bytes), whole));
  }

  private static Lookup<Expr> parse(Key key, TextFile file) {
    String text = file.source().text();
    if (text.length() > key.form.limit()) {
      return tooLarge(key);
    }
    return switch (key.form) {
      case JSON -> LoadedData.json(file);
      case YAML -> LoadedData.yaml(file);
      case TEXT, BASE64 -> {
        Location all = new Location.InFile(file.source(), new Span(0, text.length()));
        yield new Lookup.Found<>(new Expr.StringLiteral(text, all));
      }
    };
  }

  private static Lookup<Expr> tooLarge(Key key) {
    return new Lookup.NotFound<>(
        Diagnostic.of(
            Kind.LIMIT,
            "Bicep loads no file that is larger than " + key.form.limit(),
            new Location.WholeFile(key.file.shown())));
  }
}
