// Every native signature here is blittable: no marshalling stubs, and the same code path under JIT and Native AOT.
[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]
