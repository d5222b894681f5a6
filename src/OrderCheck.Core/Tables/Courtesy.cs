namespace OrderCheck.Core.Tables;

/// <summary>Where long work lets others pass. How that is done is the process's affair, which has threads: see <see cref="By"/>.</summary>
public static class Courtesy
{
    private static Action _way = static () => { };

    /// <summary>To be called in every turn of a long loop: no more than some nanoseconds where nobody has to be let pass.</summary>
    public static void Pause() => _way();

    /// <summary>Says how, for the whole process. Nobody is let pass before.</summary>
    public static void By(Action way) => _way = way;
}
