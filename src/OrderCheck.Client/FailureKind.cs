namespace OrderCheck.Client;

/// <summary>What went wrong with a call, and so what can be done about it.</summary>
public enum FailureKind
{
    /// <summary>No answer within the deadline. The service may have done what it was asked.</summary>
    Deadline = 1,

    /// <summary>The service cannot be reached, the connection was lost, or it said that it cannot work now.</summary>
    Unavailable = 2,

    /// <summary>Not sent: checks failed so often that they pause for a moment.</summary>
    CircuitOpen = 3,

    /// <summary>What came back is no answer of OrderCheck: a proxy's page, a wrong address, a broken message.</summary>
    Unreadable = 4,

    /// <summary>The service failed. Its log has the cause.</summary>
    ServerFault = 5,

    /// <summary>The request is not well-formed, or too large: the violations name the fields. The caller's bug.</summary>
    BadForm = 6,

    /// <summary>An id is recorded with other content, or the request id was used for another request.</summary>
    Conflict = 7,

    /// <summary>The hospital, encounter or check does not exist.</summary>
    NotFound = 8,

    /// <summary>The role may not do this, or the key has not that role.</summary>
    NotPermitted = 9,

    /// <summary>The API key opens nothing.</summary>
    Unauthenticated = 10,
}
