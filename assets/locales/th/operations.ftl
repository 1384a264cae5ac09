# ปฏิบัติการร่วม: แผนบนโต๊ะ โอกาสสำเร็จ และผลที่ได้
operation-kind-controlled-delivery = การส่งมอบภายใต้การควบคุม
operation-kind-simultaneous-entry = เข้าตรวจค้นพร้อมกัน
operation-kind-interception = สกัดจับ
operation-kind-rescue = ช่วยเหลือผู้เสียหาย

operation-role-command = ผู้บัญชาการ
operation-role-entry = ชุดเข้าพื้นที่
operation-role-arrest = ชุดจับกุม
operation-role-victim-care = ดูแลผู้เสียหาย
operation-role-evidence = เก็บพยานหลักฐาน
operation-role-interpreter = ล่าม

operation-part-objective = เป้าหมาย
operation-part-place = สถานที่ของแต่ละฝ่าย
operation-part-start = รอบและเวลาเริ่ม
operation-part-command = ผู้บัญชาการของแต่ละฝ่าย

operation-odds-prepared = เมื่อเตรียมการครบถ้วน
operation-odds-roles = หน้าที่ที่ยังไม่มีผู้รับ
operation-odds-basis = ฝ่ายหนึ่งปฏิบัติการโดยไม่มีอำนาจที่กฎหมายกำหนด
operation-odds-uncited = แผนไม่ได้อ้างอิงข้อมูลใด
operation-odds-contingency = ไม่มีแผนสำรองสำหรับสิ่งที่เกิดขึ้น
operation-odds-risk = ความเสี่ยงจริงที่แผนไม่ได้ระบุ
operation-odds-alarm = ความระแวงของเครือข่าย

operation-outcome-success = สำเร็จ
operation-outcome-failure = ไม่สำเร็จ
operation-outcome-danger = ผู้มีความเสี่ยงถูกทิ้งไว้ในอันตราย

operation-miss-north-place = หน่วยงานแรกไปผิดสถานที่
operation-miss-south-place = หน่วยงานที่สองไปผิดสถานที่
operation-miss-round = ผิดรอบ
operation-miss-hour = ผิดเวลา

operation-line-own-drafted = ท่านวางแผนไว้บนโต๊ะ
operation-line-drafted = { $team } วางแผนไว้บนโต๊ะ
operation-line-own-fallen = ท่านแก้ไขแผน
operation-line-fallen = { $team } แก้ไขแผน
operation-line-own-signed = ท่านลงนามในแผน
operation-line-signed = { $team } ลงนามในแผน
operation-line-own-binding = ท่านลงนามด้วยแล้ว แผนมีผล
operation-line-binding = { $team } ลงนามด้วยแล้ว แผนมีผล
operation-line-own-withdrawn = ท่านเก็บแผนออกจากโต๊ะ
operation-line-withdrawn = { $team } เก็บแผนออกจากโต๊ะ
operation-line-plan = { $title } ฉบับที่ { $revision }
operation-line-plan-fallen = { $title } ฉบับที่ { $revision } ลายมือชื่อเดิมตกไป
operation-line-ran = { $title }: { $outcome }
