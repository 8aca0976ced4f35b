namespace Stryke.Web.Compiler.Views.Html;

/// <summary>Where in the markup a template is: the states of the HTML tokenizer that matter for escaping, by its names.</summary>
internal enum HtmlPlace
{
    /// <summary>Between tags.</summary>
    Text,

    /// <summary>After <c>&lt;</c>.</summary>
    TagOpen,

    /// <summary>After <c>&lt;/</c>.</summary>
    EndTagOpen,

    /// <summary>In a tag's name.</summary>
    TagName,

    /// <summary>In a tag, where an attribute may start.</summary>
    BeforeAttribute,

    /// <summary>In an attribute's name.</summary>
    AttributeName,

    /// <summary>After an attribute's name.</summary>
    AfterAttributeName,

    /// <summary>In a tag, right after a block that may or may not have written an attribute: a name must not go on here.</summary>
    AfterBlock,

    /// <summary>After <c>=</c>.</summary>
    BeforeValue,

    /// <summary>In an attribute between double quotes.</summary>
    DoubleQuoted,

    /// <summary>In an attribute between single quotes.</summary>
    SingleQuoted,

    /// <summary>In an attribute without quotes.</summary>
    Unquoted,

    /// <summary>After <c>&lt;!</c>.</summary>
    MarkupDeclaration,

    /// <summary>In a comment.</summary>
    Comment,

    /// <summary>In a doctype, a processing instruction, or what a parser takes for a comment.</summary>
    BogusComment,

    /// <summary>In <c>&lt;![CDATA[ … ]]&gt;</c> of SVG or MathML.</summary>
    CData,

    /// <summary>In a title or a textarea: text in which no tag starts.</summary>
    RcData,

    /// <summary>In a style, an iframe and their like: text in which nothing is decoded.</summary>
    RawText,

    /// <summary>In a script.</summary>
    Script,
}
