namespace Stryke.Web.Specs.Library;

/// <summary>Numbers with bounds that a double does not hold. It is validated and never saved.</summary>
public sealed partial class Offer : Model
{
    /// <summary>2⁵³ + 1.</summary>
    public const long MostStock = 9_007_199_254_740_993;

    [Numericality(AtLeast = 0.10, AtMost = +(99.99))]
    public partial decimal Price { get; set; }

    [Numericality(AtMost = MostStock, GreaterThan = -0.5)]
    public partial long Stock { get; set; }

    [Inclusion(0, 0.1, -0.25, 0.25)]
    public partial decimal? Discount { get; set; }

    [Numericality(GreaterThan = 0.1 + 0.2)]
    public partial double? Weight { get; set; }
}
