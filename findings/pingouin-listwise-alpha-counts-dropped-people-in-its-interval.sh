#!/usr/bin/env bash
# pingouin's cronbach_alpha(nan_policy="listwise") leaves incomplete rows out of alpha itself, but takes the number of people for the
# confidence interval before it does: with half of the rows incomplete the interval is far too narrow, while alpha is the same.
# Dropping the incomplete rows oneself gives the interval of the people who were counted (Feldt's F, n - 1 and (n - 1)(k - 1) degrees of freedom).
# To report an interval, drop incomplete rows first, or reckon it from the number of complete rows.
# Seen with: pingouin 0.7.0, pandas 3.1.1, numpy 2.4.6, scipy 1.17.1; Python 3.11.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check pingouin==0.7.0 pandas==3.1.1 numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0 scikit-learn==1.9.1
venv/bin/python - <<'PYTHON'
import numpy as np
import pandas as pd
import pingouin

complete = pd.DataFrame({"q1": [1, 2, 3, 4, 5, 3], "q2": [2, 2, 4, 4, 4, 3], "q3": [1, 3, 2, 5, 4, 2]}, dtype=float)
incomplete = pd.DataFrame({"q1": [np.nan] * 6, "q2": [1, 2, 3, 4, 5, 3], "q3": [2, 1, 3, 5, 4, 4]}, dtype=float)
data = pd.concat([complete, incomplete], ignore_index=True)
listwise, narrow = pingouin.cronbach_alpha(data=data, nan_policy="listwise")
dropped, wide = pingouin.cronbach_alpha(data=data.dropna())
print(f"listwise by pingouin:   alpha {listwise:.3f}, interval {narrow.tolist()}")  # seen: 0.879, [0.68, 0.962]
print(f"dropped before calling: alpha {dropped:.3f}, interval {wide.tolist()}")  # seen: 0.879, [0.488, 0.982]
assert abs(listwise - dropped) < 1e-12
assert narrow[0] > wide[0] and narrow[1] < wide[1]
PYTHON
