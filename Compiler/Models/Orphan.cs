using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>A class that would be a model if the name of its base class were right.</summary>
/// <param name="Name">The class.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Stubs">Its partial properties.</param>
internal sealed record Orphan(string Name, string Namespace, EquatableArray<StubProperty> Stubs);
