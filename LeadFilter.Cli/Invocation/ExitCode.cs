namespace LeadFilter.Cli.Invocation;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The answer is no: a check failed, a lead was not decided, a message was not there, the user declined.</summary>
    public const int No = 1;

    /// <summary>Wrong usage or broken input; the message says what to do.</summary>
    public const int WrongInput = 2;

    /// <summary>The filter or its store could not be reached.</summary>
    public const int Unreachable = 3;

    /// <summary>A defect of the program itself: EX_SOFTWARE of sysexits.h.</summary>
    public const int Defect = 70;

    /// <summary>Stopped by Ctrl-C: 128 and the number of SIGINT, as shells count.</summary>
    public const int Interrupted = 130;
}
