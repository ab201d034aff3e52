package org.croton.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.ClassPrepareRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A debugger stops in the body of a compiled method's original and sees the numbers. */
class BreakpointTest {
  private static final String SOURCE =
      """
      import static org.croton.Ops.*;

      import org.croton.*;
      import org.croton.annotation.*;

      public class Debugged {
        @Compiled
        public static @F64("n") Tensor f(@F64("n") Tensor x) {
          Tensor doubled = x.mul(2);
          return map(doubled, v -> v + 1); // stop here
        }

        public static void main(String[] args) {
          System.out.println(f(Tensor.of(1.0, 2.0, 4.0)));
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void aTensorCanBeReadWhereTheOriginalStops() throws Exception {
    UserProject project = new UserProject(folder, Jdk.current()).source("Debugged", SOURCE);
    project.javac("-g", "-Acroton.levels=v2").succeeded();
    int line = 1 + (int) SOURCE.lines().takeWhile(text -> !text.contains("stop here")).count();
    assertThat(valueAt(launch(project), line, "doubled")).contains("2.", "4.", "8.");
  }

  private VirtualMachine launch(UserProject project) throws Exception {
    List<Path> classPath = new ArrayList<>(ReactorJars.processorPath());
    classPath.add(project.classes());
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("main").setValue("Debugged");
    arguments.get("options").setValue("-cp \"" + Jdk.path(classPath) + "\"");
    return connector.launch(arguments);
  }

  /** What the local variable prints as when {@code line} is reached. */
  private static String valueAt(VirtualMachine machine, int line, String variable)
      throws Exception {
    ClassPrepareRequest loaded = machine.eventRequestManager().createClassPrepareRequest();
    loaded.addClassFilter("Debugged");
    loaded.enable();
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof ClassPrepareEvent prepared) {
            ReferenceType type = prepared.referenceType();
            machine
                .eventRequestManager()
                .createBreakpointRequest(type.locationsOfLine(line).get(0))
                .enable();
          } else if (event instanceof BreakpointEvent stopped) {
            return print(stopped.thread(), variable);
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      throw new AssertionError("the program ended without a stop at line " + line, e);
    } finally {
      machine.process().destroyForcibly();
    }
  }

  private static String print(ThreadReference thread, String variable) throws Exception {
    StackFrame frame = thread.frame(0);
    ObjectReference tensor =
        (ObjectReference) frame.getValue(frame.visibleVariableByName(variable));
    Value text =
        tensor.invokeMethod(
            thread,
            tensor.referenceType().methodsByName("toString").get(0),
            List.of(),
            ObjectReference.INVOKE_SINGLE_THREADED);
    return text.toString();
  }
}
