using System.Data.Common;
using System.Reflection;

namespace OrderCheck.Ledger.Sql;

/// <summary>
/// Numbered scripts under Schema/FOLDER, embedded, applied in order, once, inside the caller's transaction; a table names
/// what was applied. A script that has been released is never changed: a change is a new script.
/// </summary>
internal sealed class Migrations
{
    private readonly string _folder;
    private readonly List<(int Number, string Name)> _scripts;

    public Migrations(string folder)
    {
        _folder = folder;
        var prefix = Prefix(folder);
        _scripts = [.. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => name[prefix.Length..])
            .Order(StringComparer.Ordinal)
            .Select(name => (int.Parse(name[..4]), name))];
    }

    /// <summary>The newest schema that this program knows.</summary>
    public int Newest => _scripts.Count == 0 ? throw new InvalidOperationException($"No scripts in {_folder}.") : _scripts[^1].Number;

    /// <summary>Applies what is missing. The caller holds a lock against others who do the same.</summary>
    /// <exception cref="StoreRefusedException">The schema is newer than this program.</exception>
    public async Task ApplyAsync(DbConnection connection)
    {
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name TEXT NOT NULL)");
        var current = await CurrentAsync(connection);
        RefuseNewer(current);
        foreach (var (number, name) in _scripts.Where(script => script.Number > current))
        {
            await connection.ExecuteAsync(await TextAsync(name));
            await connection.ExecuteAsync("INSERT INTO schema_version (number, name) VALUES (@number, @name)", ("@number", number), ("@name", name));
        }
    }

    /// <exception cref="StoreRefusedException">The schema is newer than this program.</exception>
    public void RefuseNewer(int current)
    {
        if (current > Newest)
            throw new StoreRefusedException($"The schema {_folder} is at version {current}, this program knows {Newest}: install a newer program.");
    }

    /// <summary>For who may not migrate.</summary>
    /// <exception cref="StoreRefusedException">The schema is not the one that this program knows.</exception>
    public void RequireNewest(int current)
    {
        RefuseNewer(current);
        if (current < Newest)
            throw new StoreRefusedException($"The schema {_folder} is at version {current}, this program reads {Newest}: start the server of this version once, it migrates.");
    }

    /// <summary>The schema's version; the table has to exist.</summary>
    public static async Task<int> CurrentAsync(DbConnection connection) =>
        await connection.FirstAsync("SELECT coalesce(max(number), 0) FROM schema_version", row => row.GetInt32(0));

    private async Task<string> TextAsync(string name)
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix(_folder) + name)
            ?? throw new InvalidOperationException($"The script {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static string Prefix(string folder) => $"Schema/{folder}/";
}
