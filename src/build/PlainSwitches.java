import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Turns the `switch`es over sealed types of compiled classes into plain `instanceof` chains.
///
/// The compiler leaves the choice to a class that is spun when a switch is first met, a millisecond
/// for each, which no cache of the JDK keeps. Behaviour is the same, defined by
/// `SwitchBootstraps.typeSwitch`: the first label from `restart` on that fits; -1 for null; the
/// number of labels when none fits.
final class PlainSwitches {
  private static final MethodTypeDesc CHOICE =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object, ConstantDescs.CD_int);

  private final ClassModel model;
  private final List<List<ClassDesc>> choices = new ArrayList<>();

  private PlainSwitches(ClassModel model) {
    this.model = model;
  }

  /// Rewrites the classes below these folders; on the class path is all that they refer to.
  public static void main(String[] folders) throws IOException {
    ClassFile format =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofClassLoading(PlainSwitches.class.getClassLoader())));
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
          PlainSwitches plain = new PlainSwitches(format.parse(Files.readAllBytes(file)));
          byte[] bytes = format.transformClass(plain.model, plain.transform());
          if (!plain.choices.isEmpty()) {
            Files.write(file, bytes);
          }
        }
      }
    }
  }

  private ClassTransform transform() {
    CodeTransform calls = this::replace;
    return ClassTransform.transformingMethodBodies(calls)
        .andThen(
            ClassTransform.endHandler(builder -> {
              for (int i = 0; i < choices.size(); i++) {
                List<ClassDesc> labels = choices.get(i);
                builder.withMethodBody(
                    name(i),
                    CHOICE,
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> choose(code, labels));
              }
            }));
  }

  private static String name(int index) {
    return "choice$" + index;
  }

  private void replace(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().methodName().equals("typeSwitch")
        && !call.typeSymbol().parameterType(0).isPrimitive()
        && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance)) {
      int index = choices.size();
      choices.add(call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList());
      boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
      code.invokestatic(model.thisClass().asSymbol(), name(index), CHOICE, isInterface);
    } else {
      code.with(element);
    }
  }

  private static void choose(CodeBuilder code, List<ClassDesc> labels) {
    code.aload(0).ifThen(Opcode.IFNULL, then -> then.iconst_m1().ireturn());
    for (int i = 0; i < labels.size(); i++) {
      int index = i;
      code.iload(1)
          .loadConstant(index)
          .ifThen(
              Opcode.IF_ICMPLE,
              from ->
                  from.aload(0)
                      .instanceOf(labels.get(index))
                      .ifThen(then -> then.loadConstant(index).ireturn()));
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
