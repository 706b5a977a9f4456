namespace LeadFilter.Pipeline.Capacity;

/// <summary>What a process does next to find a free place under a cap.</summary>
internal enum SearchStep
{
    /// <summary>Takes one that it believes to be free.</summary>
    Take,

    /// <summary>Looks whether places beyond the limit are taken, since it was greater before.</summary>
    LookBeyond,

    /// <summary>Reads every taken place.</summary>
    ReadAll,

    /// <summary>Opens a stretch that it believes to be unopened.</summary>
    Open,

    /// <summary>Reads the taken places of a stretch that another process has opened.</summary>
    ReadStretch,

    /// <summary>Reads which stretches are open, and which of them are full.</summary>
    ReadNotes,

    /// <summary>Gives up: there is none.</summary>
    Full,
}
