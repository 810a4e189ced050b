using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace KazNlp;

/// <summary>Kazakh text in ML.NET pipelines: <c>mlContext.Transforms.Text.TokenizeKazakh(…)</c> and its siblings.</summary>
/// <remarks>
/// The estimators learn nothing, are saved with ML.NET's model file, and work in a <c>PredictionEngine</c>. Whoever loads such a file registers
/// this assembly first: <c>mlContext.ComponentCatalog.RegisterAssembly(typeof(KazakhTextCatalog).Assembly)</c>.
/// While a pipeline runs, columns whose names start with <c>KazNlp.</c> come and go; a user's own should not.
/// </remarks>
public static class KazakhTextCatalog
{
    /// <summary>Splits a text into tokens, as <see cref="KazakhTokenizer"/> does.</summary>
    /// <param name="catalog">The catalogue of text transforms: <c>mlContext.Transforms.Text</c>.</param>
    /// <param name="outputColumnName">The column to write: a vector of text of varying length, a token each.</param>
    /// <param name="inputColumnName">The text column to read; null for the name of the output.</param>
    /// <returns>An estimator that learns nothing.</returns>
    /// <exception cref="ArgumentException"><paramref name="outputColumnName"/> is null or empty.</exception>
    public static IEstimator<ITransformer> TokenizeKazakh(this TransformsCatalog.TextTransforms catalog, string outputColumnName, string? inputColumnName = null) =>
        Map(catalog, new TokenizeFactory(), TokenizeFactory.ContractName, inputColumnName ?? outputColumnName, null, (outputColumnName, ContractColumns.Tokens));

    /// <summary>Gives the dictionary forms of a text's words, as <see cref="KazakhMorphology"/> finds them; numbers and punctuation marks are left out.</summary>
    /// <param name="catalog">The catalogue of text transforms: <c>mlContext.Transforms.Text</c>.</param>
    /// <param name="outputColumnName">The column to write: a vector of text of varying length, a lemma for each word.</param>
    /// <param name="inputColumnName">The text column to read; null for the name of the output.</param>
    /// <returns>An estimator that learns nothing.</returns>
    /// <exception cref="ArgumentException"><paramref name="outputColumnName"/> is null or empty.</exception>
    public static IEstimator<ITransformer> LemmatizeKazakh(this TransformsCatalog.TextTransforms catalog, string outputColumnName, string? inputColumnName = null) =>
        Map(catalog, new LemmatizeFactory(), LemmatizeFactory.ContractName, inputColumnName ?? outputColumnName, null, (outputColumnName, ContractColumns.Lemmas));

    /// <summary>Finds the named entities of a text, as <see cref="KazakhPipeline"/> does.</summary>
    /// <param name="catalog">The catalogue of text transforms: <c>mlContext.Transforms.Text</c>.</param>
    /// <param name="outputColumnName">
    /// The start of the names of the columns to write, all vectors of one length, an element an entity: <c>{name}</c> (text, as written), <c>{name}.Type</c> and <c>{name}.Canonical</c> (text),
    /// <c>{name}.CountryCode</c> (text, empty when not known), <c>{name}.Start</c> and <c>{name}.Length</c> (<see cref="int"/>, UTF-16 code units), <c>{name}.Score</c> (<see cref="float"/>).
    /// </param>
    /// <param name="inputColumnName">The text column to read; null for the name of the output.</param>
    /// <returns>An estimator that learns nothing.</returns>
    /// <exception cref="ArgumentException"><paramref name="outputColumnName"/> is null or empty.</exception>
    public static IEstimator<ITransformer> ExtractKazakhEntities(this TransformsCatalog.TextTransforms catalog, string outputColumnName, string? inputColumnName = null) =>
        Map(catalog, new ExtractEntitiesFactory(), ExtractEntitiesFactory.ContractName, inputColumnName ?? outputColumnName, null,
            (outputColumnName, ContractColumns.EntityTexts),
            ($"{outputColumnName}.Type", ContractColumns.EntityTypes),
            ($"{outputColumnName}.Canonical", ContractColumns.EntityCanonicals),
            ($"{outputColumnName}.CountryCode", ContractColumns.EntityCountryCodes),
            ($"{outputColumnName}.Start", ContractColumns.EntityStarts),
            ($"{outputColumnName}.Length", ContractColumns.EntityLengths),
            ($"{outputColumnName}.Score", ContractColumns.EntityScores));

    /// <summary>Computes the features of the library's topic classifier: a vector of fixed length, ready for any of ML.NET's trainers.</summary>
    /// <param name="catalog">The catalogue of text transforms: <c>mlContext.Transforms.Text</c>.</param>
    /// <param name="outputColumnName">The column to write: a vector of <see cref="float"/>; first the dense vectors of the text and of its lead, then hashed lemmas, then hashed character n-grams of the lemmas, most of which are zero.</param>
    /// <param name="inputColumnName">The text column to read; null for the name of the output.</param>
    /// <param name="titleColumnName">A text column with titles, or null for none; without a title, a first line that is a heading serves as one.</param>
    /// <returns>An estimator that learns nothing.</returns>
    /// <exception cref="ArgumentException"><paramref name="outputColumnName"/> is null or empty.</exception>
    public static IEstimator<ITransformer> FeaturizeKazakhText(this TransformsCatalog.TextTransforms catalog, string outputColumnName, string? inputColumnName = null, string? titleColumnName = null) =>
        titleColumnName is null
            ? Map(catalog, new FeaturizeTextFactory(), FeaturizeTextFactory.ContractName, inputColumnName ?? outputColumnName, null, (outputColumnName, ContractColumns.Features))
            : Map(catalog, new FeaturizeTitledTextFactory(), FeaturizeTitledTextFactory.ContractName, inputColumnName ?? outputColumnName, titleColumnName, (outputColumnName, ContractColumns.Features));

    /// <summary>Copies the input to the contract's columns, maps them, copies the results to the user's columns and drops the contract's.</summary>
    private static EstimatorChain<ColumnSelectingTransformer> Map<TInput, TOutput>(
        TransformsCatalog.TextTransforms catalog,
        CustomMappingFactory<TInput, TOutput> factory,
        string contractName,
        string inputColumnName,
        string? titleColumnName,
        params ReadOnlySpan<(string User, string Contract)> outputs)
        where TInput : class, new()
        where TOutput : class, new()
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrEmpty(inputColumnName, "outputColumnName");

        // A catalogue does not give away its context. Nothing here draws random numbers or keeps state, so that a context of our own does the same.
        TransformsCatalog transforms = new MLContext().Transforms;
        IEstimator<ITransformer> chain = transforms.CopyColumns(ContractColumns.Text, inputColumnName);
        List<string> temporary = [ContractColumns.Text];
        if (titleColumnName is not null)
        {
            chain = chain.Append(transforms.CopyColumns(ContractColumns.Title, titleColumnName));
            temporary.Add(ContractColumns.Title);
        }

        chain = chain.Append(transforms.CustomMapping(factory.GetMapping(), contractName));
        foreach ((string user, string contract) in outputs)
        {
            chain = chain.Append(transforms.CopyColumns(user, contract));
            temporary.Add(contract);
        }

        return chain.Append(transforms.DropColumns([.. temporary]));
    }
}
