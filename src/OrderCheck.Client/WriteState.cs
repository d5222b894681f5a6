namespace OrderCheck.Client;

/// <summary>What became of a write.</summary>
public enum WriteState
{
    /// <summary>On the service's disk, once.</summary>
    Recorded = 1,

    /// <summary>Refused, and nothing of it recorded. The same again would be refused again.</summary>
    NotRecorded = 2,

    /// <summary>Time ran out: it may be recorded or not. Send the same request with the same request id until it is known.</summary>
    Unknown = 3,
}
