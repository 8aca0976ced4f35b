namespace LoadApp;

/// <summary>Rows from SQLite, one added, sorted, rendered escaped through a view.</summary>
public sealed partial class FortunesController : Controller
{
    protected override string? Layout => null;

    public async ValueTask<Result> Index()
    {
        List<Fortune> fortunes = [.. await Fortune.All, new Fortune { Message = "Additional fortune added at request time." }];
        fortunes.Sort(static (a, b) => string.CompareOrdinal(a.Message, b.Message));
        return Views.Fortunes.Index(fortunes);
    }
}
