namespace System.Runtime.CompilerServices;

/// <summary>What records and init-only setters need, and netstandard2.0 lacks.</summary>
internal static class IsExternalInit;
