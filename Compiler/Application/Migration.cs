using System.Globalization;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Application;

/// <summary>A migration and the version that its file's name gives it.</summary>
internal sealed record Migration(long Version, AppClass Class)
{
    private const int VersionDigits = 14; // yyyyMMddHHmmss

    /// <summary>Reads the version off <c>20260426120000_CreatePosts.cs</c>; a diagnostic when there is none.</summary>
    public static Migration? Parse(AppClass type, List<DiagnosticInfo> diagnostics)
    {
        string file = Path.GetFileName(type.Where.Path);
        bool hasVersion =
            file.Length > VersionDigits && file[VersionDigits] == '_' && file.Take(VersionDigits).All(c => c is >= '0' and <= '9');
        if (hasVersion)
            return new Migration(long.Parse(file.Substring(0, VersionDigits), CultureInfo.InvariantCulture), type);
        diagnostics.Add(DiagnosticInfo.At(type.Where, ApplicationDiagnostics.MigrationWithoutVersion, type.Name, file));
        return null;
    }
}
