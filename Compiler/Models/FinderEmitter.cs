using Stryke.Web.Compiler.Text;
using static Stryke.Web.Compiler.Models.ColumnCode;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// Writes what is asked of the class itself: <c>Post.Find</c>, <c>Post.Where</c>. A member of the author's of the same name wins.
/// </summary>
internal static class FinderEmitter
{
    private const string Tasks = "global::System.Threading.Tasks";

    /// <summary>The conveniences that make way.</summary>
    public static readonly string[] Names = ["Find", "Get", "First", "Count", "Any", "Exists", "Page", "Create", "Transaction"];

    public static void Write(CodeWriter code, ModelDeclaration model)
    {
        string type = model.Type,
            query = model.Companion("Query"),
            columns = model.Companion("Columns"),
            table = model.Companion("Table");
        string condition = $"global::System.Func<{columns}, {Persistence}.Queries.Condition> condition";

        code.Line("/// <summary>All rows.</summary>");
        code.Line($"public static {query} All {{ get; }} = new(new {Persistence}.Queries.QueryState<{type}>({table}.Self));");
        Member("Find", "The row with an id; null when there is none.", $"{Tasks}.ValueTask<{type}?> Find(long id) => All.Find(id)");
        Member(
            "Get",
            "The row with an id; throws RecordNotFoundException when there is none.",
            $"{Tasks}.ValueTask<{type}> Get(long id) => All.Get(id)"
        );
        code.Line().Line("/// <summary>The rows for which a condition holds.</summary>");
        code.Line($"public static {query} Where({condition}) => All.Where(condition);");
        Member("First", "The row with the smallest id; null when there is none.", $"{Tasks}.ValueTask<{type}?> First() => All.First()");
        Member("Count", "How many rows there are.", $"{Tasks}.ValueTask<long> Count() => All.Count()");
        Member("Any", "Whether there is a row.", $"{Tasks}.ValueTask<bool> Any() => All.Any()");
        Member("Exists", "Whether there is a row with an id.", $"{Tasks}.ValueTask<bool> Exists(long id) => All.Any(row => row.Id == id)");
        Member(
            "Page",
            "One page of all rows, by id.",
            $"{Tasks}.ValueTask<{Persistence}.Page<{type}>> Page(int number, int per = 25) => All.OrderBy(row => row.Id).Page(number, per)"
        );
        WriteCreate(code, model);
        WriteDestroy(code, model);
        Member(
            "Transaction",
            "Runs a body in a transaction: all of it counts, or none.",
            $"{Tasks}.Task Transaction(global::System.Func<{Tasks}.Task> body) => {Persistence}.Database.Current.Transaction(body)"
        );

        void Member(string name, string summary, string declaration)
        {
            if (model.Taken.Contains(name))
                return;
            code.Line().Line($"/// <summary>{summary}</summary>").Line($"public static {declaration};");
        }
    }

    private static void WriteCreate(CodeWriter code, ModelDeclaration model)
    {
        if (model.Taken.Contains("Create"))
            return;
        code.Line().Line("/// <summary>Saves a new record, and returns it; throws RecordInvalidException when it is not valid.</summary>");
        using (code.Block($"public static async {Tasks}.Task<{model.Type}> Create({model.Type} record)"))
        {
            code.Line($"return await record.Save() ? record : throw new {Persistence}.RecordInvalidException(record);");
        }
        if (!model.TakesRequestData)
            return;
        code.Line()
            .Line(
                "/// <summary>Saves a new record of what a form has sent, and returns it; throws RecordInvalidException when it is "
                    + "not valid.</summary>"
            );
        code.Line(
            $"public static {Tasks}.Task<{model.Type}> Create({InputEmitter.Permitted(model)} input) => Create(new {model.Type}(input));"
        );
    }

    private static void WriteDestroy(CodeWriter code, ModelDeclaration model)
    {
        code.Line()
            .Line(
                "/// <summary>Destroys the row with an id, with its callbacks and what depends on it; false when there is none or "
                    + "one refused.</summary>"
            );
        using (code.Block($"public static async {Tasks}.Task<bool> Destroy(long id)"))
        {
            code.Line("return await All.Find(id) is { } record && await record.Destroy();");
        }
    }
}
