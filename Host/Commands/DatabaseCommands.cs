using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Host.Commands;

/// <summary><c>db</c>: what is done to the database of the environment from outside of requests.</summary>
internal static class DatabaseCommands
{
    public static Command Create(IApp application, LaunchContext context)
    {
        var steps = new Option<int>("--steps")
        {
            Description = "How many migrations to undo.",
            DefaultValueFactory = _ => 1,
            CustomParser = Steps,
        };
        var file = new Option<string>("--to") { Description = "The file to write.", DefaultValueFactory = _ => Schema.File };
        return new Command("db", "Migrates, seeds and describes the database.")
        {
            Command("migrate", "Runs pending migrations.", (app, database, _) => MigrateCommand.Run(app, database)),
            Command(
                "rollback",
                "Undoes the last migration, or more.",
                (app, database, parsed) => RollbackCommand.Run(app, database, parsed.GetValue(steps)),
                steps
            ),
            Command("status", "Lists all migrations and shows which have run.", (app, database, _) => StatusCommand.Run(app, database)),
            Command("seed", "Runs db/Seeds.cs, in one transaction.", (app, database, _) => SeedCommand.Run(app, database)),
            Command(
                "schema",
                "Writes the schema of the database as SQL.",
                (app, database, parsed) => SchemaCommand.Run(app, database, parsed.GetRequiredValue(file)),
                file
            ),
        };

        Command Command(string name, string description, Func<BootedApp, Database, ParseResult, Task<int>> run, params Option[] options)
        {
            var command = new Command(name, description);
            foreach (var option in options)
                command.Add(option);
            command.SetAction(parsed => RunOn(application, context, (app, database) => run(app, database, parsed)));
            return command;
        }
    }

    private static int Steps(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int steps) && steps > 0)
            return steps;
        result.AddError($"--steps takes a number from 1, not '{result.Tokens[0].Value}'.");
        return 0;
    }

    private static int RunOn(IApp application, LaunchContext context, Func<BootedApp, Database, Task<int>> run)
    {
        var app = BootedApp.Start(application, context);
        using var database = AppDatabase.Open(app);
        using var use = database.Use(); // for models, in this command
        try
        {
            return run(app, database).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is MigrationException or DatabaseException or PendingMigrationsException)
        {
            context.Error.WriteLine(failure.Message);
            return ExitCodes.Failed;
        }
    }
}
