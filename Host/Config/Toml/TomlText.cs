using System.Text.Unicode;

namespace Stryke.Web.Host.Config.Toml;

/// <summary>
/// Turns the bytes of a file into text. A TOML file is valid UTF-8. A byte order mark stays: the parser knows where one may be.
/// </summary>
internal static class TomlText
{
    public static string Decode(string file, ReadOnlySpan<byte> utf8)
    {
        char[] text = new char[utf8.Length];
        var status = Utf8.ToUtf16(utf8, text, out int read, out int written, replaceInvalidSequences: false);
        if (status == System.Buffers.OperationStatus.Done)
            return new string(text, 0, written);

        ReadOnlySpan<char> before = text.AsSpan(0, written);
        int line = before.Count('\n') + 1,
            column = 1;
        foreach (var _ in before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes())
            column++;
        throw new TomlException(file, new TomlPosition(line, column), $"expected UTF-8 text, found the byte 0x{utf8[read]:X2}");
    }
}
