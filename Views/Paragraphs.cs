namespace Stryke.Web.Views;

/// <summary>Plain text to paragraphs and breaks, with everything in it escaped.</summary>
internal static class Paragraphs
{
    public static void Write(HtmlWriter markup, string? text)
    {
        bool open = false,
            firstLine = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                if (open)
                    markup.Literal("</p>\n"u8);
                open = false;
                continue;
            }
            if (!open)
                markup.Literal("<p>"u8);
            else if (!firstLine)
                markup.Literal("<br>\n"u8);
            markup.Text(line);
            open = true;
            firstLine = false;
        }
        if (open)
            markup.Literal("</p>"u8);
    }
}
