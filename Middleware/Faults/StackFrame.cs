namespace Stryke.Web.Middleware.Faults;

/// <summary>One line of a stack trace.</summary>
/// <param name="Method">The method with its parameters, as .NET writes it.</param>
/// <param name="File">The source file, where the program was built with symbols.</param>
/// <param name="Line">The line in <paramref name="File"/>, from 1; 0 without a file.</param>
internal sealed record StackFrame(string Method, string? File, int Line)
{
    public override string ToString() => File is null ? Method : $"{Method} in {File}:{Line}";
}
