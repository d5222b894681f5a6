namespace OrderCheck.Ledger;

public enum StoreKind
{
    /// <summary>Embedded, for one process: files in <see cref="StoreOptions.DataDirectory"/>.</summary>
    Sqlite = 1,

    /// <summary>For a cluster: the database of <see cref="StoreOptions.ConnectionString"/>.</summary>
    Postgres = 2,
}
