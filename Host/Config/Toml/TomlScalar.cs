namespace Stryke.Web.Host.Config.Toml;

/// <summary>
/// A string, integer, float, boolean or one of the four kinds of date and time, as the .NET value that holds it:
/// <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/>,
/// <see cref="DateTime"/> (unspecified kind), <see cref="DateOnly"/>, <see cref="TimeOnly"/>.
/// </summary>
internal sealed class TomlScalar(object value, TomlPosition position) : TomlValue(position)
{
    public object Value => value;

    public override string TypeName =>
        value switch
        {
            string => "string",
            long => "integer",
            double => "float",
            bool => "boolean",
            DateTimeOffset => "offset date-time",
            DateTime => "local date-time",
            DateOnly => "local date",
            _ => "local time",
        };
}
