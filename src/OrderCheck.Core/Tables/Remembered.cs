namespace OrderCheck.Core.Tables;

/// <summary>
/// What is made of numbered things when it is first asked for, and kept: a hospital asks for a few thousand items of hundreds
/// of thousands. Should somebody ask for all of them, all that was made is forgotten now and then, and memory stays bounded. Safe for
/// many threads, all of which get the same object while it is remembered. Allocates nothing for what was made.
/// </summary>
internal sealed class Remembered<T>(int count, Func<int, T> make)
    where T : class
{
    /// <summary>Items in use in one large hospital are fewer.</summary>
    public const int Most = 65_536;

    private T?[] _made = new T?[count];
    private int _remembered;

    public T this[int number]
    {
        get
        {
            var made = Volatile.Read(ref _made);
            return Volatile.Read(ref made[number]) ?? Make(made, number);
        }
    }

    /// <summary>Numbers of what is remembered now.</summary>
    public IEnumerable<int> Numbers()
    {
        var made = Volatile.Read(ref _made);
        for (var number = 0; number < made.Length; number++)
        {
            if (Volatile.Read(ref made[number]) is not null)
                yield return number;
        }
    }

    private T Make(T?[] made, int number)
    {
        var fresh = make(number);
        if (Interlocked.CompareExchange(ref made[number], fresh, null) is { } earlier)
            return earlier;
        if (Interlocked.Increment(ref _remembered) % Most == 0)
            Volatile.Write(ref _made, new T?[made.Length]);
        return fresh;
    }
}
