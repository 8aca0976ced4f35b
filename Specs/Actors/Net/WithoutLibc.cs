using System.Reflection;
using System.Runtime.Loader;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>
/// A place in this process where our assemblies are loaded a second time and find no C library, as on a system that has
/// no such thing.
/// </summary>
internal sealed class WithoutLibc : AssemblyLoadContext
{
    /// <summary>The same type as it is there.</summary>
    public Type Find(Type type) => LoadFromAssemblyName(type.Assembly.GetName()).GetType(type.FullName!, throwOnError: true)!;

    protected override Assembly? Load(AssemblyName name) =>
        name.Name!.StartsWith("Stryke.Web.", StringComparison.Ordinal)
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll"))
            : null;

    protected override nint LoadUnmanagedDll(string name) =>
        name == "libc" ? throw new DllNotFoundException("There is no C library here.") : base.LoadUnmanagedDll(name);
}
