package dev.keylint.bicep;

import java.util.List;
import java.util.Optional;

/// A statement of a template or of a parameter file.
public sealed interface Declaration extends Syntax
    permits Declaration.TargetScope,
        Declaration.Metadata,
        Declaration.Type,
        Declaration.Parameter,
        Declaration.Variable,
        Declaration.Function,
        Declaration.Resource,
        Declaration.Output,
        Declaration.Module,
        Declaration.Test,
        Declaration.Assert,
        Declaration.Extension,
        Declaration.CompileTimeImport,
        Declaration.Using,
        Declaration.Extends,
        Declaration.ParameterAssignment,
        Declaration.ExtensionConfigAssignment,
        Declaration.Missing,
        Skipped {

  /// `targetScope = value`.
  record TargetScope(List<Decorator> decorators, Expression value, Extent extent)
      implements Declaration {
    public TargetScope {
      decorators = List.copyOf(decorators);
    }
  }

  /// `metadata name = value`.
  record Metadata(List<Decorator> decorators, Identifier name, Expression value, Extent extent)
      implements Declaration {
    public Metadata {
      decorators = List.copyOf(decorators);
    }
  }

  /// `type name = value`.
  record Type(List<Decorator> decorators, Identifier name, TypeExpression value, Extent extent)
      implements Declaration {
    public Type {
      decorators = List.copyOf(decorators);
    }
  }

  /// `param name type` or `param name type = value`, in a template.
  record Parameter(
      List<Decorator> decorators,
      Identifier name,
      TypeExpression type,
      Optional<ParameterDefault> defaultValue,
      Extent extent)
      implements Declaration {
    public Parameter {
      decorators = List.copyOf(decorators);
    }
  }

  /// `var name = value` or `var name type = value`.
  record Variable(
      List<Decorator> decorators,
      Identifier name,
      Optional<TypeExpression> type,
      Expression value,
      Extent extent)
      implements Declaration {
    public Variable {
      decorators = List.copyOf(decorators);
    }
  }

  /// `func name(a string) bool => value`.
  record Function(List<Decorator> decorators, Identifier name, FunctionBody body, Extent extent)
      implements Declaration {
    public Function {
      decorators = List.copyOf(decorators);
    }
  }

  /// `resource name 'type@version' = value`, at the top or nested in another resource.
  ///
  /// The type is a string and the value an object, a condition or a loop, unless skipped.
  record Resource(
      List<Decorator> decorators,
      Identifier name,
      Expression type,
      boolean existing,
      Expression value,
      Extent extent)
      implements Declaration, ObjectMember {
    public Resource {
      decorators = List.copyOf(decorators);
    }
  }

  /// `output name type = value`.
  record Output(
      List<Decorator> decorators,
      Identifier name,
      TypeExpression type,
      Expression value,
      Extent extent)
      implements Declaration {
    public Output {
      decorators = List.copyOf(decorators);
    }
  }

  /// `module name 'path' = value`.
  ///
  /// The path is a string and the value an object, a condition or a loop, unless skipped.
  record Module(
      List<Decorator> decorators, Identifier name, Expression path, Expression value, Extent extent)
      implements Declaration {
    public Module {
      decorators = List.copyOf(decorators);
    }
  }

  /// `test name 'path' = value` (experimental).
  record Test(
      List<Decorator> decorators, Identifier name, Expression path, Expression value, Extent extent)
      implements Declaration {
    public Test {
      decorators = List.copyOf(decorators);
    }
  }

  /// `assert name = value` (experimental).
  record Assert(List<Decorator> decorators, Identifier name, Expression value, Extent extent)
      implements Declaration {
    public Assert {
      decorators = List.copyOf(decorators);
    }
  }

  /// `extension specification with { … } as alias`; also the old `import 'name@version'`.
  record Extension(
      List<Decorator> decorators,
      NameOrString specification,
      Optional<ExtensionWithClause> with,
      Optional<AliasClause> alias,
      Extent extent)
      implements Declaration {
    public Extension {
      decorators = List.copyOf(decorators);
    }
  }

  /// `import { a, b as c } from 'path'` or `import * as name from 'path'`.
  record CompileTimeImport(
      List<Decorator> decorators, ImportNames names, Optional<ImportFromClause> from, Extent extent)
      implements Declaration {
    public CompileTimeImport {
      decorators = List.copyOf(decorators);
    }
  }

  /// `using 'path'` or `using none`, in a parameter file.
  record Using(
      List<Decorator> decorators, Expression path, Optional<UsingWithClause> with, Extent extent)
      implements Declaration {
    public Using {
      decorators = List.copyOf(decorators);
    }
  }

  /// `extends 'path'`, in a parameter file.
  record Extends(List<Decorator> decorators, Expression path, Extent extent)
      implements Declaration {
    public Extends {
      decorators = List.copyOf(decorators);
    }
  }

  /// `param name = value`, in a parameter file.
  record ParameterAssignment(
      List<Decorator> decorators, Identifier name, Expression value, Extent extent)
      implements Declaration {
    public ParameterAssignment {
      decorators = List.copyOf(decorators);
    }
  }

  /// `extensionConfig alias with { … }`, in a parameter file.
  record ExtensionConfigAssignment(
      List<Decorator> decorators,
      Identifier alias,
      Optional<ExtensionWithClause> with,
      Extent extent)
      implements Declaration {
    public ExtensionConfigAssignment {
      decorators = List.copyOf(decorators);
    }
  }

  /// Decorators that no declaration follows.
  record Missing(List<Decorator> decorators, Extent extent) implements Declaration, ObjectMember {
    public Missing {
      decorators = List.copyOf(decorators);
    }
  }
}
