ALTER TABLE standing
  ADD CONSTRAINT standing_risk CHECK (risk BETWEEN 0 AND 5 AND (risk IS NULL) = (risk_on IS NULL)),
  ADD CONSTRAINT standing_stability CHECK (stability IN ('unstable', 'basicStable', 'stable')),
  ADD CONSTRAINT standing_patient FOREIGN KEY (county_id, id) REFERENCES patient (county_id, id);
ALTER TABLE rating
  ADD CONSTRAINT rating_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT rating_stability CHECK (stability IN ('unstable', 'basicStable', 'stable')),
  ADD CONSTRAINT rating_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE UPDATE, DELETE ON rating FROM app;
REVOKE DELETE ON standing FROM app;
