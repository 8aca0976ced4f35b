using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stryke.Web.Specs.Architecture;

/// <summary>The rules that a source file keeps by itself. Each gives what is wrong with a file, or null.</summary>
internal static class SourceRules
{
    public const int MaxColumns = 140;
    public const int MaxLines = 300;

    public static string? LongLines(string path, string text)
    {
        string[] lines = text.Split('\n');
        int[] places = [.. Enumerable.Range(1, lines.Length).Where(line => lines[line - 1].TrimEnd('\r').Length > MaxColumns)];
        return places.Length == 0 ? null : $"{path}({string.Join(", ", places)}): longer than {MaxColumns} characters; wrap the line";
    }

    public static string? LongFile(string path, string text)
    {
        int lines = text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        return lines <= MaxLines ? null : $"{path}: {lines} lines, and {MaxLines} are the most; split the type, or move a part of it";
    }

    /// <summary>One top-level type, and the file is named after it: <c>X.cs</c>, <c>X.Part.cs</c> or <c>X{T}.cs</c>.</summary>
    public static string? OneType(string path, string text)
    {
        var types = Root(text)
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(type => !type.Modifiers.Any(SyntaxKind.FileKeyword));
        string[] names = [.. types.Select(NameOf).Distinct()];
        string expected = Path.GetFileNameWithoutExtension(path).Split('.', '{')[0];
        if (names.Length > 1)
            return $"{path}: {string.Join(", ", names)} stand in one file; give each its own";
        return names.Length == 0 || names[0] == expected ? null : $"{path} holds {names[0]}: name the file after its type";
    }

    /// <summary>The namespace is the project's and the folders below it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="projectFolder">The folder of its project.</param>
    /// <param name="projectNamespace">The project's root namespace.</param>
    public static string? NamespaceIsFolder(string path, string text, string projectFolder, string projectNamespace)
    {
        if (Root(text).DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault() is not { } declared)
            return null;
        string below = House.FolderOf(path)[projectFolder.Length..].Replace('/', '.');
        return declared.Name.ToString() == projectNamespace + below
            ? null
            : $"{path}: its namespace is {declared.Name}, and its folder says {projectNamespace + below}";
    }

    /// <summary>Threads of its own, calls of the system's libraries, and <c>unsafe</c> code: what belongs into <c>Actors</c>.</summary>
    public static string? ThreadsAndSystemCalls(string path, string text)
    {
        var found = Root(text)
            .DescendantNodesAndTokens()
            .Select(found =>
                found.AsNode() is { } node ? Forbidden(node)
                : found.IsKind(SyntaxKind.UnsafeKeyword) ? "unsafe"
                : null
            )
            .OfType<string>()
            .Distinct();
        string what = string.Join(", ", found);
        return what.Length == 0 ? null : $"{path} has {what}: threads and system calls belong into Actors; let it offer what is needed";
    }

    private static string? Forbidden(SyntaxNode node) =>
        node switch
        {
            ObjectCreationExpressionSyntax { Type: var type } when LastName(type) == "Thread" => "new Thread",
            MemberAccessExpressionSyntax { Expression: NameSyntax name } when LastName(name) == "ThreadPool" => "ThreadPool",
            AttributeSyntax { Name: var name } when LastName(name) is "DllImport" or "LibraryImport" => LastName(name),
            _ => null,
        };

    private static string LastName(TypeSyntax type) => type.ToString().Split('.')[^1];

    private static string NameOf(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax type ? type.Identifier.ValueText : ((DelegateDeclarationSyntax)member).Identifier.ValueText;

    private static CompilationUnitSyntax Root(string text) => CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
}
